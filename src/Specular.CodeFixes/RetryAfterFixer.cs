using System.Collections.Immutable;
using System.Linq;
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

/// <summary>Cures SPEC107 where the client's exception is at hand: waits as long as it says, and the time that stands there where it says nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RetryAfterFixer))]
public sealed class RetryAfterFixer : CodeFixProvider
{
    private const string Title = "Wait as long as 'RetryAfter' says";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.IgnoredRetryAfter);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider(Title, FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.ContainsKey(RetryAfterAnalyzer.InCatch)
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax time
            || time.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration } clause)
        {
            return null;
        }
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var exception = declaration.Identifier.ValueText;
        if (exception.Length == 0)
        {
            exception = Unused(model, clause.Block.SpanStart + 1);
            edits.Add(new Edit(document.Id, new TextSpan(declaration.Type.Span.End, 0), " " + exception));
        }
        var own = time.ToString();
        if (model.GetTypeInfo(time, cancellationToken).ConvertedType is not { Name: "TimeSpan" } || model.GetTypeInfo(time, cancellationToken).Type is not { Name: "TimeSpan" })
            own = (model.Compilation.GetTypeByMetadataName("System.TimeSpan")?.ToMinimalDisplayString(model, time.SpanStart) ?? "System.TimeSpan") + ".FromMilliseconds(" + own + ")";
        else if (time is ConditionalExpressionSyntax or AssignmentExpressionSyntax or SwitchExpressionSyntax)
            own = "(" + own + ")";
        edits.Add(new Edit(document.Id, time.Span, $"{exception}.RetryAfter ?? {own}"));
        return await new Fix(Title, edits.ToImmutable()).IfCompilesAsync(document, cancellationToken).ConfigureAwait(false);
    }

    private static string Unused(SemanticModel model, int position)
    {
        var taken = model.LookupSymbols(position).Select(static symbol => symbol.Name).ToImmutableHashSet();
        return new[] { "exception", "apiException", "refusal" }.FirstOrDefault(name => !taken.Contains(name)) ?? "caughtException";
    }
}
