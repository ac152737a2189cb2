using System;

namespace Specular.Runtime;

/// <content>Numbers.</content>
internal ref partial struct JsonInput
{
    /// <summary>Reads a number as its text.</summary>
    /// <exception cref="JsonReadException">It is not one of JSON's grammar (RFC 8259, section 6).</exception>
    public ReadOnlySpan<byte> Number()
    {
        var text = _text.Slice(_at);
        var length = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var integer = Digits(text, length);
        if (integer == 0 || (integer > 1 && text[length] == '0')) throw Syntax();
        length += integer;
        if (length < text.Length && text[length] == '.')
        {
            var fraction = Digits(text, length + 1);
            if (fraction == 0) throw Syntax();
            length += 1 + fraction;
        }

        if (length < text.Length && text[length] is (byte)'e' or (byte)'E')
        {
            var sign = length + 1 < text.Length && text[length + 1] is (byte)'+' or (byte)'-' ? 1 : 0;
            var exponent = Digits(text, length + 1 + sign);
            if (exponent == 0) throw Syntax();
            length += 1 + sign + exponent;
        }

        _at += length;
        return text.Slice(0, length);
    }

    /// <summary>Reads a number without fraction and exponent that 64 bits hold; else stays.</summary>
    public bool TryInteger(out long value)
    {
        var text = _text.Slice(_at);
        var i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var negative = i;
        var magnitude = 0UL;
        while (JsonDigits.TryEight(text.Slice(i), out var eight))
        {
            magnitude = unchecked(magnitude * 100_000_000 + eight);
            i += 8;
        }

        for (; (uint)i < (uint)text.Length && unchecked((uint)(text[i] - '0')) <= 9; i++) magnitude = unchecked(magnitude * 10 + (uint)(text[i] - '0'));

        // 19 digits always fit into the unsigned number.
        var digits = i - negative;
        value = unchecked(negative == 1 ? -(long)magnitude : (long)magnitude);
        if (digits is 0 or > 19 || magnitude > long.MaxValue || (digits > 1 && text[negative] == '0')
            || ((uint)i < (uint)text.Length && text[i] is (byte)'.' or (byte)'e' or (byte)'E'))
        {
            return false;
        }

        _at += i;
        return true;
    }

    /// <summary>Reads a number of at most 18 digits, without exponent, as an integer and how many of its digits stand behind the point; else stays.</summary>
    public bool TryFixed(out long value, out int scale)
    {
        var text = _text.Slice(_at);
        var i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var negative = i;
        var point = -1;
        value = 0;
        scale = 0;
        for (; (uint)i < (uint)text.Length; i++)
        {
            var digit = unchecked((uint)(text[i] - '0'));
            if (digit <= 9) value = unchecked(value * 10 + digit);
            else if (text[i] == '.' && point < 0) point = i;
            else break;
        }

        var integer = (point < 0 ? i : point) - negative;
        scale = point < 0 ? 0 : i - point - 1;
        // A zero with a sign is left to those who know what that is.
        if (integer == 0 || (point >= 0 && scale == 0) || integer + scale > 18 || (integer > 1 && text[negative] == '0') || (negative == 1 && value == 0)
            || ((uint)i < (uint)text.Length && text[i] is (byte)'e' or (byte)'E' or (byte)'.'))
        {
            return false;
        }

        if (negative == 1) value = -value;
        _at += i;
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        while ((uint)end < (uint)text.Length && unchecked((uint)(text[end] - '0')) <= 9) end++;
        return end - start;
    }
}
