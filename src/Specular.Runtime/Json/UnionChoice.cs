using System;
using System.Buffers.Text;

namespace Specular.Runtime;

/// <summary>
/// Chooses the case of a union that a value belongs to. What a shape requires has to be there, and a member has to be of the kind that it says; of several that fit,
/// the one wins that knows most of the value: constants first, then members, then what it requires and narrower kinds; and of equals the first.
/// </summary>
internal static class UnionChoice
{
    private const int ConstantWeight = 1_000_000, UnknownWeight = 1_000, RequiredWeight = 1, NarrowWeight = 1;

    /// <summary>The index of the shape that the value fits best, or -1 where it fits none. The input stays where it is.</summary>
    public static int Of(JsonInput json, UnionShape[] shapes)
    {
        var best = -1;
        var bestScore = int.MinValue;
        for (var i = 0; i < shapes.Length; i++)
        {
            var score = Score(json, shapes[i]);
            if (score > bestScore)
            {
                best = i;
                bestScore = score;
            }
        }

        return best;
    }

    /// <summary>Which of the values a member of the object has that comes next. The input stays where it is.</summary>
    /// <param name="json">Stands before the object.</param>
    /// <param name="property">The name of the member.</param>
    /// <param name="values">Its values.</param>
    /// <returns>-1 where there is no such member, and -2 where it has another value.</returns>
    public static int Discriminator(JsonInput json, JsonNames property, JsonNames values)
    {
        if (json.Peek != '{')
            return -1;
        for (var member = json.Begin(property); member != JsonNames.End; member = json.Next(property, member))
        {
            if (member < 0)
            {
                json.Skip();
                continue;
            }

            var index = json.Value(values);
            if (index >= 0)
                return index;
            return Text(json) is not { } text ? -1 : values.Find(text) is >= 0 and var other ? other : -2;
        }

        return -1;
    }

    // int.MinValue where the value does not fit.
    private static int Score(JsonInput json, UnionShape shape)
    {
        switch (json.Peek)
        {
            case (byte)'t' or (byte)'f':
                return Scalar(json, shape, UnionKinds.Boolean);
            case (byte)'"':
                return String(json, shape);
            case (byte)'[':
                return Array(json, shape);
            case (byte)'{':
                return (shape.Kinds & UnionKinds.Object) == 0 ? int.MinValue : Object(json, shape);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                var number = json;
                if (number.TryInteger(out _) && (shape.Kinds & UnionKinds.Integer) != 0)
                    return Add(Scalar(json, shape, UnionKinds.Integer), NarrowWeight);
                return Scalar(json, shape, UnionKinds.Number);
            default:
                return int.MinValue;
        }
    }

    private static int Scalar(JsonInput json, UnionShape shape, UnionKinds kind)
    {
        if ((shape.Kinds & kind) == 0)
            return int.MinValue;
        if (shape.Values.Length == 0)
            return 0;
        return System.Array.IndexOf(shape.Values, Text(json)) >= 0 ? ConstantWeight : int.MinValue;
    }

    private static int String(JsonInput json, UnionShape shape)
    {
        if ((shape.Kinds & UnionKinds.String) == 0)
            return int.MinValue;

        // An enum keeps values that it does not know, but only where nothing else takes them.
        if (shape.Values.Length > 0)
            return System.Array.IndexOf(shape.Values, json.Text()) >= 0 ? ConstantWeight : -UnknownWeight;
        return shape.Format switch
        {
            "date-time" => TimeText.TryParseDateTime(json.Utf8(), out _) ? NarrowWeight : int.MinValue,
            "uuid" => json.Utf8() is var text && Utf8Parser.TryParse(text, out Guid _, out var length) && length == text.Length ? NarrowWeight : int.MinValue,
#if NET8_0_OR_GREATER
            "date" => DateOnly.TryParseExact(json.Text(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _)
                ? NarrowWeight
                : int.MinValue,
#endif
            _ => 0,
        };
    }

    private static int Array(JsonInput json, UnionShape shape)
    {
        if ((shape.Kinds & UnionKinds.Array) == 0)
            return int.MinValue;
        if (shape.Item is null || !json.BeginArray())
            return 0;

        // The first item speaks for all.
        return json.Peek == 'n' ? 0 : Add(Score(json, shape.Item), NarrowWeight);
    }

    private static int Object(JsonInput json, UnionShape shape)
    {
        var required = 0;
        var score = 0;
        for (var member = json.Begin(JsonNames.None); member != JsonNames.End; member = json.Next(JsonNames.None, member))
        {
            var name = json.MemberUtf8();
            var isRequired = shape.Required.Find(name) >= 0;
            var isKnown = shape.Known.Find(name) >= 0;
            var told = MemberOf(name, shape);
            if (told.Values is { Length: > 0 } values)
            {
                if (System.Array.IndexOf(values, Text(json)) < 0)
                    return int.MinValue;
                score += ConstantWeight;
            }
            else if (told.Name is not null && (told.Kinds & KindOf(json.Peek)) == 0)
            {
                // Servers send null for what they do not have, said or not.
                if (json.Peek != 'n')
                    return int.MinValue;
                score -= UnknownWeight;
            }

            required += isRequired ? 1 : 0;
            score += isRequired ? RequiredWeight : isKnown ? 0 : -UnknownWeight;
            json.Skip();
        }

        return required < shape.Required.Count ? int.MinValue : score;
    }

    private static UnionMember MemberOf(ReadOnlySpan<byte> name, UnionShape shape)
    {
        foreach (var member in shape.Members)
        {
            if (name.SequenceEqual(member.Name))
                return member;
        }

        return default;
    }

    private static UnionKinds KindOf(int first) => first switch
    {
        't' or 'f' => UnionKinds.Boolean,
        '"' => UnionKinds.String,
        '[' => UnionKinds.Array,
        '{' => UnionKinds.Object,
        'n' => UnionKinds.Null,
        _ => UnionKinds.Number,
    };

    // The text of a scalar; the input of the caller stays where it is.
    private static string? Text(JsonInput json)
    {
        switch (json.Peek)
        {
            case (byte)'"':
                return json.Text();
            case (byte)'t' when json.Take("true"u8):
                return "true";
            case (byte)'f' when json.Take("false"u8):
                return "false";
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                if (json.TryInteger(out var whole))
                    return WireText.Format(whole);
                var text = json.Number();
                var format = text.IndexOfAny((byte)'e', (byte)'E') < 0 ? 'G' : 'E';
                return Utf8Parser.TryParse(text, out decimal number, out _, format) ? WireText.Format(number / 1.0000000000000000000000000000m) : null;
            default:
                return null;
        }
    }

    private static int Add(int score, int weight) => score == int.MinValue ? score : score + weight;
}
