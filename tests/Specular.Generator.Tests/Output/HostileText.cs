using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Specular.Generator.Tests.Output;

/// <summary>Texts that try to get out of the literal, name or comment that they are put in, and how to tell that one did.</summary>
internal static class HostileText
{
    // No name of a description becomes this: in identifiers there is no underscore between letters.
    private const string Marker = "injected_code";

    public static string[] All { get; } =
    [
        """*/ "; } class injected_code { } //""",
        """ "); } } public class injected_code { static void M() { var x = ("; """,
        "\n}\npublic class injected_code { }\n/* ",
        "\r\nclass injected_code { }",
        "\u2028class injected_code { }\u2029class injected_code { }\u0085class injected_code { }",
        "\v class injected_code { } \f class injected_code { }",
        "\"\"\"\n; class injected_code { } \"\"\"",
        "\"\"\"\"\"\"",
        "{{injected_code}} {injected_code} }} {{ {0} $\"{injected_code}\"",
        "\\u0022; class injected_code { } \\x22 \\\"",
        "\\",
        "\\\"",
        "\"",
        "'",
        "</summary><script>alert(1)</script><summary>",
        "<!-- -- ]]> <![CDATA[ <? &injected_code; &#0; &lt",
        "<see cref=\"injected_code\"/> <inheritdoc/>",
        "\u202E{ } edoc_detcejni ssalc \u202D\u2066\u2069\u200F\u061C",
        "\uD83D",
        "\uDE00 injected_code",
        "\uD83D\uDE00",
        "a\u0000b\u0001\u001B[31minjected_code",
        "\uFEFF\uFFFE\uFFFF",
        "#pragma warning restore",
        "\n#error injected_code\n#pragma warning disable\n#line 1 \"injected_code\"\n#if false\n",
        "#endif",
        "// injected_code",
        "/// <injected_code>",
        "{injected_code}",
        "TestClient",
        "@class",
        "u8",
        "%00%0d%0ainjected_code: 1",
        "{}",
        "{0}",
        "\t",
        " ",
        "",
    ];

    /// <summary>Fails where a file has one of the texts as code, or as something else than it looks like.</summary>
    public static void AssertContained(SyntaxTree tree)
    {
        var text = tree.ToString();
        AssertPlain(text);
        if (!text.Contains(Marker, StringComparison.Ordinal) && !text.Contains("<script", StringComparison.Ordinal))
            return;
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        // The names of elements and attributes in comments are identifiers too.
        Assert.DoesNotContain(root.DescendantTokens(descendIntoTrivia: true), token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is Marker or "script");
        Assert.DoesNotContain(root.DescendantTrivia(), trivia =>
            trivia.IsKind(SyntaxKind.SkippedTokensTrivia) || ((trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)) && trivia.ToFullString().Contains(Marker, StringComparison.Ordinal)));
    }

    // What an editor shows differently from what the compiler reads has no place in a source file; CVE-2021-42574 is one of the reasons.
    private static void AssertPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            var isPlain = text[i] is '\n' or '\t' or >= ' '
                and not (>= '\u007F' and <= '\u009F') and not (>= '\u2028' and <= '\u202E') and not (>= '\u2066' and <= '\u2069') and not (>= '\uD800' and <= '\uDFFF') and not '\uFEFF' and not '\uFFFE' and not '\uFFFF';
            if (!isPlain)
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[i]:X4} at {i}: …{text[Math.Max(0, i - 60)..i]}"));
        }
    }
}
