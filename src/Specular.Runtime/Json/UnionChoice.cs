using System;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>
/// Chooses the case of a union that a value belongs to. What a shape requires has to be there; of several that fit, the one wins that knows most of the
/// value: constants first, then members, then narrower kinds; and of equals the first.
/// </summary>
internal static class UnionChoice
{
    private const int ConstantWeight = 1_000, RequiredWeight = 4, KnownWeight = 2, NarrowWeight = 1;

    /// <summary>The index of the shape that the value fits best, or -1 where it fits none. The reader stays where it is.</summary>
    public static int Of(Utf8JsonReader reader, UnionShape[] shapes)
    {
        var best = -1;
        var bestScore = int.MinValue;
        for (var i = 0; i < shapes.Length; i++)
        {
            var score = Score(reader, shapes[i]);
            if (score > bestScore)
            {
                best = i;
                bestScore = score;
            }
        }

        return best;
    }

    /// <summary>The text of a member of the object on which the reader stands, or null where it has none. The reader stays where it is.</summary>
    public static string? Discriminator(Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
                return Text(ref reader);
            reader.Skip();
        }

        return null;
    }

    // int.MinValue where the value does not fit.
    private static int Score(Utf8JsonReader reader, UnionShape shape)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return Scalar(ref reader, shape, UnionKinds.Boolean);
            case JsonTokenType.Number:
                var whole = reader.TryGetInt64(out _);
                if (whole && (shape.Kinds & UnionKinds.Integer) != 0)
                    return Add(Scalar(ref reader, shape, UnionKinds.Integer), NarrowWeight);
                return Scalar(ref reader, shape, UnionKinds.Number);
            case JsonTokenType.String:
                return String(ref reader, shape);
            case JsonTokenType.StartArray:
                return Array(ref reader, shape);
            case JsonTokenType.StartObject:
                return (shape.Kinds & UnionKinds.Object) == 0 ? int.MinValue : Object(ref reader, shape);
            default:
                return int.MinValue;
        }
    }

    private static int Scalar(ref Utf8JsonReader reader, UnionShape shape, UnionKinds kind)
    {
        if ((shape.Kinds & kind) == 0)
            return int.MinValue;
        if (shape.Values.Length == 0)
            return 0;
        return System.Array.IndexOf(shape.Values, Text(ref reader)) >= 0 ? ConstantWeight : int.MinValue;
    }

    private static int String(ref Utf8JsonReader reader, UnionShape shape)
    {
        if ((shape.Kinds & UnionKinds.String) == 0)
            return int.MinValue;

        // An enum keeps values that it does not know, but only where nothing else takes them.
        if (shape.Values.Length > 0)
            return System.Array.IndexOf(shape.Values, reader.GetString()) >= 0 ? ConstantWeight : -1;
        return shape.Format switch
        {
            "date-time" => reader.GetString() is { } text && TimeText.TryParseDateTime(System.Text.Encoding.UTF8.GetBytes(text), out _) ? NarrowWeight : int.MinValue,
            "uuid" => reader.TryGetGuid(out _) ? NarrowWeight : int.MinValue,
#if NET8_0_OR_GREATER
            "date" => reader.GetString() is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _)
                ? NarrowWeight
                : int.MinValue,
#endif
            _ => 0,
        };
    }

    private static int Array(ref Utf8JsonReader reader, UnionShape shape)
    {
        if ((shape.Kinds & UnionKinds.Array) == 0)
            return int.MinValue;
        if (shape.Item is null || !reader.Read() || reader.TokenType == JsonTokenType.EndArray)
            return 0;

        // The first item speaks for all.
        return reader.TokenType == JsonTokenType.Null ? 0 : Add(Score(reader, shape.Item), NarrowWeight);
    }

    private static int Object(ref Utf8JsonReader reader, UnionShape shape)
    {
        var required = 0;
        var score = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRequired = Contains(ref reader, shape.Required);
            var isKnown = Contains(ref reader, shape.Known);
            var constant = ConstantOf(ref reader, shape);
            reader.Read();
            if (constant is not null)
            {
                if (System.Array.IndexOf(constant, Text(ref reader)) < 0)
                    return int.MinValue;
                score += ConstantWeight;
            }

            required += isRequired ? 1 : 0;
            score += (isRequired ? RequiredWeight : 0) + (isKnown ? KnownWeight : -NarrowWeight);
            reader.Skip();
        }

        return required < shape.Required.Length ? int.MinValue : score;
    }

    private static string[]? ConstantOf(ref Utf8JsonReader reader, UnionShape shape)
    {
        foreach (var constant in shape.Constants)
        {
            if (reader.ValueTextEquals(constant.Name))
                return constant.Values;
        }

        return null;
    }

    private static bool Contains(ref Utf8JsonReader reader, string[] names)
    {
        foreach (var name in names)
        {
            if (reader.ValueTextEquals(name))
                return true;
        }

        return false;
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number when reader.TryGetInt64(out var number) => WireText.Format(number),
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => WireText.Format(number / 1.0000000000000000000000000000m),
        _ => null,
    };

    private static int Add(int score, int weight) => score == int.MinValue ? score : score + weight;
}
