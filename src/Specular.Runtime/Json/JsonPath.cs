using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Finds the path of a place in JSON text, by reading it again: nothing is kept for it while all goes well.</summary>
internal static class JsonPath
{
    /// <summary>Names come from the server, so there is a limit to how much of them is shown: of each, and of the whole path.</summary>
    private const int LongestName = 64, LongestPath = 512;

    private const string Special = ". '/\"[]()\\\u0085\u2028\u2029";

    /// <summary>The path of the token that starts at a position, or of what stands there where the text is broken: <c>$.items[2]['odd name']</c>.</summary>
    /// <param name="utf8">The whole text, without byte order mark.</param>
    /// <param name="position">An offset in it, in bytes.</param>
    public static string At(ReadOnlySpan<byte> utf8, long position)
    {
        var steps = new List<Step>();
        var reader = new Utf8JsonReader(utf8, JsonBody.Options);
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
            {
                Follow(steps, ref reader);
                if (reader.TokenStartIndex == position) break;
                if (reader.TokenType == JsonTokenType.StartObject) steps.Add(new Step(isArray: false));
                else if (reader.TokenType == JsonTokenType.StartArray) steps.Add(new Step(isArray: true));
            }
        }
        catch (JsonException)
        {
            // What cannot be read is the next item of its array.
            NextItem(steps);
        }

        return Print(utf8, steps);
    }

    private static void Follow(List<Step> steps, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            case JsonTokenType.PropertyName:
                // The raw token with both its quotes; it is unescaped only if it turns out to be part of the path.
                steps[steps.Count - 1] = new Step(isArray: false)
                {
                    NameStart = (int)reader.TokenStartIndex,
                    NameLength = reader.ValueSpan.Length + 2,
                };
                break;
            default:
                NextItem(steps);
                break;
        }
    }

    private static void NextItem(List<Step> steps)
    {
        if (steps.Count == 0 || !steps[steps.Count - 1].IsArray) return;
        steps[steps.Count - 1] = new Step(isArray: true) { Index = steps[steps.Count - 1].Index + 1 };
    }

    private static string Print(ReadOnlySpan<byte> utf8, List<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (path.Length > LongestPath) return path.Append('…').ToString();
            if (step.IsArray)
            {
                if (step.Index >= 0) path.Append('[').Append(step.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (step.NameLength > 0)
            {
                Append(path, Name(utf8.Slice(step.NameStart, step.NameLength)));
            }
        }

        return path.ToString();
    }

    /// <summary>Quotes a name where System.Text.Json does.</summary>
    private static void Append(StringBuilder path, string name)
    {
        if (name.Length > 0 && name.IndexOfAny(Special.ToCharArray()) < 0) path.Append('.').Append(name);
        else path.Append("['").Append(name.Replace("\\", "\\\\").Replace("'", "\\'")).Append("']");
    }

    private static string Name(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        try
        {
            return Sanitized.Line(reader.GetString(), LongestName);
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>An object or array that is open, and where in it the reader is.</summary>
    private struct Step(bool isArray)
    {
        public readonly bool IsArray = isArray;
        public int Index = -1;
        public int NameStart = 0;
        public int NameLength = 0;
    }
}
