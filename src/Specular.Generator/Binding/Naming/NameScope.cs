using System;
using System.Collections.Generic;
using System.Globalization;

namespace Specular.Generator.Binding.Naming;

/// <summary>Names that stand side by side and may not be the same.</summary>
internal sealed class NameScope(StringComparer comparer, params string[] reserved)
{
    private readonly HashSet<string> _taken = new(reserved, comparer);

    // Where to go on counting, so that a thousand equal names stay linear.
    private readonly Dictionary<string, int> _next = new(comparer);

    public bool IsFree(string name) => !_taken.Contains(Bare(name));

    /// <summary>Takes the first of the wishes that is free, else the last one with the smallest free number from 2 on.</summary>
    public string Take(params string[] wishes)
    {
        foreach (var wish in wishes)
        {
            if (_taken.Add(Bare(wish)))
                return wish;
        }

        var last = wishes[wishes.Length - 1];
        var separator = char.IsDigit(last[last.Length - 1]) ? "_" : "";
        if (!_next.TryGetValue(last, out var number))
            number = 2;
        while (true)
        {
            var name = last + separator + number.ToString(CultureInfo.InvariantCulture);
            number++;
            if (_taken.Add(Bare(name)))
            {
                _next[last] = number;
                return name;
            }
        }
    }

    /// <summary>Takes a name and a second one that goes with it, both with the same number where one of them is taken.</summary>
    /// <returns>The first; the second is it and <paramref name="suffix"/>.</returns>
    public string TakeWithSuffix(string wish, string suffix)
    {
        var name = wish;
        for (var number = 2; !IsFree(name) || !IsFree(name + suffix); number++)
            name = wish + (char.IsDigit(wish[wish.Length - 1]) ? "_" : "") + number.ToString(CultureInfo.InvariantCulture);
        Take(name);
        Take(name + suffix);
        return name;
    }

    // "@file" and "file" are one name to C#.
    private static string Bare(string name) => name.Length > 0 && name[0] == '@' ? name.Substring(1) : name;
}
