using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Analyzers;
using Specular.Analyzers.Rules;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC111 where a parameter has another in its place that takes the same type: gives the value to that one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeprecatedFixer))]
public sealed class DeprecatedFixer : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.Deprecated);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider("Use the parameters that replace the deprecated ones", FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(DeprecatedAnalyzer.Replacement, out var name) || name is null
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(diagnostic.Location.SourceSpan) is not ArgumentSyntax { NameColon.Name: { } named, Parent.Parent: InvocationExpressionSyntax call }
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }
        var old = method.Parameters.FirstOrDefault(parameter => parameter.Name == named.Identifier.ValueText);
        var other = method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (old is null || other is null || !SymbolEqualityComparer.Default.Equals(old.Type, other.Type))
            return null;
        var text = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
        return await new Fix($"Use '{name}'", ImmutableArray.Create(new Edit(document.Id, named.Span, text))).IfCompilesAsync(document, cancellationToken).ConfigureAwait(false);
    }
}
