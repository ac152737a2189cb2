using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Analyzers.Flow;

/// <summary>Relates the value of a string literal to its source.</summary>
internal static class LiteralText
{
    /// <summary>Where a part of a string's value stands in the source; null where escapes stand in the way.</summary>
    public static Location? PlaceOf(SyntaxToken token, string part, int valueIndex)
    {
        // The part itself has nothing to escape, so it occurs as often in the source as in the value.
        var (value, source) = (token.ValueText, token.Text);
        var (inValue, inSource) = (-1, -1);
        do
        {
            inValue = value.IndexOf(part, inValue + 1, StringComparison.Ordinal);
            inSource = source.IndexOf(part, inSource + 1, StringComparison.Ordinal);
            if (inValue < 0 || inSource < 0)
                return null;
        }
        while (inValue < valueIndex);
        return inValue == valueIndex && token.SyntaxTree is { } tree ? Location.Create(tree, new TextSpan(token.SpanStart + inSource, part.Length)) : null;
    }
}
