using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Specular.Analyzers;
using Specular.Analyzers.Rules;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC114 where a variable holds the stream: declares it with <c>using</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpenAnswerFixer))]
public sealed class OpenAnswerFixer : CodeFixProvider
{
    private const string Title = "Declare it with 'using'";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.OpenAnswer);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider(Title, FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.ContainsKey(OpenAnswerAnalyzer.Using) || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        return root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Declaration.Variables.Count: 1 } declaration
            ? await new Fix(Title, ImmutableArray.Create(new Edit(document.Id, new TextSpan(declaration.SpanStart, 0), "using "))).IfCompilesAsync(document, cancellationToken).ConfigureAwait(false)
            : null;
    }
}
