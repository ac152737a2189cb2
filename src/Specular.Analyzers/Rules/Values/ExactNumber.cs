using System.Globalization;

namespace Specular.Analyzers.Rules.Values;

/// <summary>Numbers without rounding, as the description and the wire have them.</summary>
internal static class ExactNumber
{
    /// <summary>The number that a constant stands for on the wire; null where it is none, or beyond the range of <see cref="decimal"/>.</summary>
    public static decimal? Of(object? constant) => constant switch
    {
        decimal number => number,
        sbyte or byte or short or ushort or int or uint or long or ulong => System.Convert.ToDecimal(constant, CultureInfo.InvariantCulture),

        // A binary fraction is written as the shortest text that reads back as the same.
        double number => Parse(number.ToString("R", CultureInfo.InvariantCulture)),
        float number => Parse(number.ToString("R", CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>A number of the description; null where it is beyond the range of <see cref="decimal"/>.</summary>
    public static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
