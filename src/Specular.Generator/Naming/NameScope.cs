using System;
using System.Collections.Generic;
using System.Globalization;

namespace Specular.Generator.Naming;

/// <summary>Names that stand side by side and may not be the same.</summary>
internal sealed class NameScope
{
    private readonly StringComparer _comparer;
    private readonly HashSet<string> _taken;
    private readonly HashSet<string>? _reserved;

    // Where to go on counting, so that a thousand equal names stay linear.
    private Dictionary<string, int>? _next;

    public NameScope(StringComparer comparer, params string[] reserved)
    {
        _comparer = comparer;
        _taken = new HashSet<string>(reserved, comparer);
    }

    /// <param name="reserved">What nobody takes from any more: its names are taken here too. Scopes there are by the thousand, and most reserve the same.</param>
    /// <param name="more">What is reserved here beside those.</param>
    public NameScope(NameScope reserved, params string[] more)
    {
        _comparer = reserved._comparer;
        _reserved = reserved._taken;
        _taken = new HashSet<string>(more, _comparer);
    }

    public bool IsFree(string name) => Bare(name) is var bare && !_taken.Contains(bare) && _reserved?.Contains(bare) != true;

    /// <summary>Takes the first of the wishes that is free, else the last one with the smallest free number from 2 on.</summary>
    public string Take(params string[] wishes)
    {
        foreach (var wish in wishes)
        {
            if (TryTake(wish))
                return wish;
        }

        var last = wishes[wishes.Length - 1];
        var separator = char.IsDigit(last[last.Length - 1]) ? "_" : "";
        _next ??= new Dictionary<string, int>(_comparer);
        if (!_next.TryGetValue(last, out var number))
            number = 2;
        while (true)
        {
            var name = last + separator + number.ToString(CultureInfo.InvariantCulture);
            number++;
            if (TryTake(name))
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

    private bool TryTake(string name) => Bare(name) is var bare && _reserved?.Contains(bare) != true && _taken.Add(bare);

    // "@file" and "file" are one name to C#.
    private static string Bare(string name) => name.Length > 0 && name[0] == '@' ? name.Substring(1) : name;
}
