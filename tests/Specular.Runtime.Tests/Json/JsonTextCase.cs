using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Specular.Runtime.Tests.Json;

/// <summary>JSON text, valid or nearly so, made by FsCheck: the same cases on every run.</summary>
internal static class JsonTextCase
{
    private static readonly Gen<string> s_space = Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements(" ", "\n", "\t ", "\r\n", "  ")));

    private static readonly Gen<string> s_character = Gen.Frequency(
        (12, Gen.Choose(0x20, 0x7E).Select(c => c is '"' or '\\' ? "x" : ((char)c).ToString())),
        (2, Gen.Elements("é", "ß", "漢", "😀", "\u2028", "\u007F", "\u0080", "\uFFFD", "\uE000")),
        (2, Gen.Elements("\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u00e9", "\\uD83D\\uDE00", "\\u6f22")));

    private static readonly Gen<string> s_content = Gen.Choose(0, 40).SelectMany(length => Joined(s_character, length));

    private static readonly Gen<string> s_number = Gen.Frequency(
        (3, Gen.Choose(-1000, 1000).Select(WireText.Format)),
        (3, Gen.Choose(1, 20).SelectMany(Digits)),
        (2, from whole in Digits(3) from fraction in Gen.Choose(1, 17).SelectMany(length => Joined(Gen.Elements("0", "1", "5", "9"), length)) select whole + "." + fraction),
        (2, from mantissa in Digits(2) from exponent in Gen.Elements("e0", "E5", "e+3", "e-2", "e19", "E-400", "e400", ".5e1") select mantissa + exponent),
        (1, Gen.Elements("0", "-0", "-0.0", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "79228162514264337593543950335", "1e2")));

    private static readonly Gen<string> s_scalar = Gen.Frequency(
        (4, s_content.Select(content => "\"" + content + "\"")),
        (3, s_number),
        (1, Gen.Elements("true", "false", "null")));

    /// <summary>A valid number.</summary>
    public static Arbitrary<string> Number { get; } = s_number.ToArbitrary();

    /// <summary>A valid value of any kind.</summary>
    public static Arbitrary<string> Valid { get; } = Value(4).ToArbitrary();

    /// <summary>The bytes of a valid value, some of which are others now, or are gone.</summary>
    public static Arbitrary<byte[]> Broken { get; } = (
        from text in Value(3)
        from edits in Gen.Choose(1, 3).SelectMany(count => Many(from place in Gen.Choose(0, int.MaxValue - 1) from kind in Gen.Choose(0, 2) from with in Gen.Frequency((3, Gen.Elements("\"\\{}[],:0-+.eEtfnu/ \n\0"u8.ToArray())), (1, Gen.Choose(0, 255).Select(b => (byte)b))) select (place, kind, with), count))
        select Edited(text, edits)).ToArbitrary();

    /// <summary>Text of .NET, surrogates that stand alone among it.</summary>
    public static Arbitrary<string> Text { get; } = Gen.Choose(0, 60).SelectMany(length => Joined(
        Gen.Frequency(
            (10, Gen.Choose(0x20, 0x7E).Select(c => ((char)c).ToString())),
            (2, Gen.Choose(0, 0x1F).Select(c => ((char)c).ToString())),
            (2, Gen.Choose(0x7F, 0xFFFF).Select(c => ((char)c).ToString())),
            (1, Gen.Elements("\"", "\\", "😀", "\uD83D", "\uDE00"))),
        length)).ToArbitrary();

    /// <summary>Checks a property of so many cases.</summary>
    public static void Check<T>(this Arbitrary<T> cases, int count, Action<T> check) =>
        Prop.ForAll(cases, check).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20_260_101), FSharpOption<int>.None))));

    private static Gen<string> Value(int depth) => depth == 0
        ? Spaced(s_scalar)
        : Spaced(Gen.Frequency(
            (2, s_scalar),
            (1, Gen.Choose(0, 5).SelectMany(count => Many(Value(depth - 1), count)).Select(items => "[" + string.Join(',', items) + "]")),
            (1, Gen.Choose(0, 5).SelectMany(count => Many(Member(depth - 1), count)).Select(members => "{" + string.Join(',', members) + "}")),
            (1, Gen.Elements("[ ]", "{ }"))));

    private static Gen<string> Member(int depth) =>
        from name in Spaced(Gen.Frequency((3, Gen.Elements("\"a\"", "\"name\"", "\"\"", "\"integrationId\"", "\"\\u0061\"")), (1, s_content.Select(content => "\"" + content + "\""))))
        from value in Value(depth)
        select name + ":" + value;

    private static Gen<string> Spaced(Gen<string> text) => from before in s_space from value in text from after in s_space select before + value + after;

    private static Gen<string> Digits(int length) =>
        from sign in Gen.Elements("", "-")
        from first in Gen.Choose(1, 9)
        from rest in Joined(Gen.Choose(0, 9).Select(WireText.Format), length - 1)
        select sign + WireText.Format(first) + rest;

    private static Gen<string> Joined(Gen<string> part, int count) => Many(part, count).Select(string.Concat);

    private static Gen<T[]> Many<T>(Gen<T> part, int count) => Gen.ArrayOf(part, count);

    private static byte[] Edited(string text, (int Place, int Kind, byte With)[] edits)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        foreach (var (place, kind, with) in edits)
        {
            var at = place % (bytes.Count + 1);
            if (kind == 0 || at == bytes.Count) bytes.Insert(at, with);
            else if (kind == 1) bytes[at] = with;
            else bytes.RemoveAt(at);
        }

        return [.. bytes];
    }
}
