using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Analyzers;
using Specular.Analyzers.Facts;
using Specular.CodeFixes.Fixing;
using Specular.CodeFixes.Requests;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC109: calls the client's method, where a client is at hand, the method takes what the request has, and nothing but the body of the answer is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandWrittenRequestFixer))]
public sealed class HandWrittenRequestFixer : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.HandWrittenRequest);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider("Call the client's methods", FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax url
            || url.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is not InvocationExpressionSyntax call
            || ApiCompilation.Find(model.Compilation) is not { } api
            || model.GetOperation(call, cancellationToken) is not { } operation
            || api.Requests.Find(operation, cancellationToken)?.Operation is not { } target
            || ClientNear(target, model, call.SpanStart) is not { } client
            || MethodCall.Write(call, url, client, target, api.Facts, model, cancellationToken) is not { } written)
        {
            return null;
        }
        var edits = AnswerUse.Replace(document.Id, call, written, target.Method, model, cancellationToken);
        return edits.IsEmpty ? null : await new Fix($"Call '{target.Method.Name}'", edits).IfCompilesAsync(document, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The one client that has a name where the request is made: a local or a parameter, or else a member.</summary>
    private static string? ClientNear(ApiOperation target, SemanticModel model, int position)
    {
        var named = model.LookupSymbols(position)
            .Where(symbol => SymbolEqualityComparer.Default.Equals(TypeOf(symbol), target.Client.Type) && (symbol is not ILocalSymbol local || local.Locations[0].SourceSpan.Start < position))
            .ToLookup(static symbol => symbol is ILocalSymbol or IParameterSymbol);
        var found = (named[true].Any() ? named[true] : named[false]).Select(static symbol => symbol.Name).ToList();
        return found.Count != 1 ? null : target.Owner is null ? found[0] : found[0] + "." + target.Owner.Name;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { CanBeReferencedByName: true } field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };
}
