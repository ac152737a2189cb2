using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Specular.Validation.Tests;

/// <summary>Values of the types that have no members, such as the facts allow.</summary>
internal static class ScalarValues
{
    private static readonly string[] s_characters = ["a", "Z", "0", " ", "\"", "\\", "/", "<", "&", "+", "\n", "\t", "\u0001", "é", "ß", "\u2028", "漢", "😀", "\U0001F469\u200D\U0001F680"];

    private static readonly string[] s_json = ["null", "true", "0", "-1.50", "1e300", "\"\"", "\"a\\u00e9\\n\"", "[]", "[1,[null]]", "{}", """{"a":{"b":[false]}}"""];

    /// <summary>Values of a type, or null where it is none of these.</summary>
    public static Gen<object?>? Of(Type type, ValueFacts facts)
    {
        if (facts.Enum.Count > 0)
            return Gen.Elements(facts.Enum.ToArray()).Select(text => Listed(type, text));
        if (type == typeof(bool))
            return Gen.Elements(true, false).Select(value => (object?)value);
        if (type == typeof(string))
            return Texts(facts).Select(value => (object?)value);
        if (type == typeof(int))
            return Numbers(facts, int.MinValue, int.MaxValue, isWhole: true).Select(value => (object?)(int)value);
        if (type == typeof(long))
            return Numbers(facts, long.MinValue, long.MaxValue, isWhole: true).Select(value => (object?)(long)value);
        if (type == typeof(decimal))
            return Numbers(facts, -79228162514264337593543950335m, 79228162514264337593543950335m, isWhole: facts.Format is "uint64").Select(value => (object?)(facts.Format is "uint64" ? Math.Abs(value) : value));
        if (type == typeof(double))
            return Numbers(facts, decimal.MinValue, decimal.MaxValue, isWhole: false).SelectMany(value => IsBounded(facts) ? Gen.Constant((double)value) : Gen.Elements((double)value, 5e-324, 1e300, -0.0)).Select(value => (object?)value);
        if (type == typeof(float))
            return Numbers(facts, -1_000_000, 1_000_000, isWhole: false).Select(value => (object?)(float)value);
        if (type == typeof(DateTimeOffset))
            return Moments.Select(value => (object?)value);
        if (type == typeof(DateOnly))
            return Moments.Select(value => (object?)DateOnly.FromDateTime(value.DateTime));
        if (type == typeof(TimeOnly))
            return Moments.Select(value => (object?)TimeOnly.FromDateTime(value.DateTime));
        if (type == typeof(Guid))
            return Bytes(16).Select(value => (object?)new Guid(value));
        if (type == typeof(byte[]))
            return Gen.Choose(0, 40).SelectMany(Bytes).Select(value => (object?)value);
        if (type == typeof(JsonElement))
            return Gen.Elements(s_json).Select(value => (object?)JsonDocument.Parse(value).RootElement);
        return null;
    }

    /// <summary>Text with all that needs care in JSON.</summary>
    public static Gen<string> Text(int least, int most) =>
        Gen.Choose(least, Math.Min(most, least + 12)).SelectMany(length => Gen.ArrayOf(Gen.Elements(s_characters), length)).Select(parts => Cut(string.Concat(parts), most));

    private static Gen<DateTimeOffset> Moments =>
        from day in Gen.Choose(2, 3_652_050)
        from second in Gen.Choose(0, 86_399)
        from ticks in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 9_999_999)))
        from offset in Gen.Elements(0, 0, 60, -210, 14 * 60)
        select new DateTimeOffset(new DateTime(day * TimeSpan.TicksPerDay + second * TimeSpan.TicksPerSecond + ticks), TimeSpan.FromMinutes(offset));

    private static Gen<byte[]> Bytes(int length) => Gen.ArrayOf(Gen.Choose(0, 255), length).Select(values => values.Select(value => (byte)value).ToArray());

    private static Gen<string> Texts(ValueFacts facts)
    {
        if (facts.Origin is { } scheme)
            return Gen.Elements("acme.example", "a.b.example:8443").Select(host => scheme + "://" + host);
        string[]? ofFormat = facts.Format switch
        {
            "email" or "idn-email" => ["a@example.com", "first.last+tag@sub.example.org"],
            "url" => ["https://example.com/a?b=c"],
            "uri" or "iri" or "uri-reference" or "iri-reference" => ["https://example.com/a?b=c", "urn:isbn:0451450523", "https://example.com"],
            "hostname" or "idn-hostname" => ["example.com", "a.b.example"],
            "ipv4" => ["127.0.0.1", "255.255.255.255"],
            "ipv6" => ["::1", "2001:db8::ff00:42:8329"],
            "duration" => ["P1D", "PT1H30M", "P1Y2M3DT4H5M6S"],
            "json-pointer" => ["", "/a/b~1c"],
            "relative-json-pointer" => ["0", "1/a"],
            "regex" => ["^a+$"],
            "uri-template" => ["/a/{b}"],
            _ => null,
        };
        return ofFormat is null ? Text(facts.MinLength, facts.MaxLength) : Gen.Elements(ofFormat.Where(text => Length(text) >= facts.MinLength && Length(text) <= facts.MaxLength).ToArray());
    }

    private static Gen<decimal> Numbers(ValueFacts facts, decimal least, decimal most, bool isWhole)
    {
        var step = facts.MultipleOf ?? (isWhole ? 1m : 0.25m);
        var low = Math.Max(least, facts.Minimum is { } minimum ? minimum.Value + (minimum.IsExclusive ? step : 0) : least);
        var high = Math.Min(most, facts.Maximum is { } maximum ? maximum.Value - (maximum.IsExclusive ? step : 0) : most);
        var start = Math.Max(low, Math.Min(high, 0));
        var bounded = Gen.Choose(-1_000, 1_000).Select(count => Math.Clamp(Aligned(start, step) + count * step, low, high)).Where(value => value % step == 0);
        return IsBounded(facts) ? bounded : Gen.Frequency((4, bounded), (1, Gen.Elements(low, high, 9_007_199_254_740_993m).Select(value => Math.Clamp(value, low, high))));
    }

    private static bool IsBounded(ValueFacts facts) => facts.Minimum is not null || facts.Maximum is not null || facts.MultipleOf is not null;

    private static decimal Aligned(decimal value, decimal step) => Math.Ceiling(value / step) * step;

    private static object? Listed(Type type, string text) =>
        type == typeof(string) ? text
        : type == typeof(Guid) ? Guid.Parse(text)
        : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(byte[]) ? Convert.FromBase64String(text)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

    // JSON Schema counts characters, and a string of C# counts halves of some.
    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string Cut(string text, int most) => string.Concat(text.EnumerateRunes().Take(most));
}
