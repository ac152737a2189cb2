using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specular.Analyzers.Rules.HttpsOrigins;

/// <summary>One text that reaches an origin.</summary>
/// <param name="Text">The text; <see cref="OriginCheck.Unknown"/> stands for each part that is not known.</param>
/// <param name="Place">Where the code hands it over: what is reported.</param>
/// <param name="Source">The string literal, or the text of an interpolated string, that it begins with: what a fix edits. Null where there is none to edit.</param>
internal sealed record OriginText(string Text, SyntaxNode Place, SyntaxNode? Source)
{
    /// <summary>The token that a fix edits.</summary>
    public SyntaxToken? SourceToken => Source switch
    {
        LiteralExpressionSyntax literal => literal.Token,
        InterpolatedStringTextSyntax part => part.TextToken,
        _ => null,
    };
}
