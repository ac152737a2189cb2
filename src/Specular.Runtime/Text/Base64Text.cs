using System;

namespace Specular.Runtime;

/// <summary>Base64 as it is found: either alphabet of RFC 4648, with or without padding, with or without line breaks.</summary>
internal static class Base64Text
{
    /// <summary>Decodes what the strict decoder refuses.</summary>
    public static bool TryDecode(string text, out byte[]? bytes)
    {
        bytes = null;
        var digits = new char[text.Length + 3];
        var count = 0;
        var padded = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n') continue;
            if (c == '=')
            {
                padded = true;
                continue;
            }

            if (padded) return false;
            digits[count++] = c switch { '-' => '+', '_' => '/', _ => c };
        }

        // One digit alone holds six bits: less than a byte.
        if (count % 4 == 1) return false;
        while (count % 4 != 0) digits[count++] = '=';
        try
        {
            bytes = Convert.FromBase64CharArray(digits, 0, count);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
