using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specular.CodeFixes.Widening;

/// <summary>One replacement in a syntax tree. <paramref name="Member"/> is the field, property or method whose type it changes, if it changes that of one.</summary>
internal readonly record struct Replacement(SyntaxTree Tree, TextSpan Span, string NewText, ISymbol? Member = null);
