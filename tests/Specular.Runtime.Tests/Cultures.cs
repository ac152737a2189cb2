using System.Globalization;

namespace Specular.Runtime.Tests;

/// <summary>Cultures whose digits, signs, separators, calendars or letters differ from the invariant one's.</summary>
internal static class Cultures
{
    public static readonly string[] Names = ["tr-TR", "ar-SA", "fa-IR", "de-DE", "sv-SE", "th-TH"];

    public static void Each(Action action)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in Names)
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                action();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
