using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes.Requests;

/// <summary>Puts a call of the client's method in the place of a request by hand and of what the code does with its answer, where that is what the method does itself.</summary>
internal static class AnswerUse
{
    /// <summary>The edits; none where the code does something else with the answer.</summary>
    public static ImmutableArray<Edit> Replace(DocumentId document, InvocationExpressionSyntax call, string written, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        var success = (method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        var name = (call.Expression as MemberAccessExpressionSyntax)?.Name;
        if (name is GenericNameSyntax { Identifier.Text: "GetFromJsonAsync" or "DeleteFromJsonAsync", TypeArgumentList.Arguments: [var read] })
            return Same(model.GetTypeInfo(read, cancellationToken).Type, success) ? ImmutableArray.Create(new Edit(document, call.Span, written)) : ImmutableArray<Edit>.Empty;
        if (name?.Identifier.Text is not ("GetAsync" or "PostAsync" or "PutAsync" or "PatchAsync" or "DeleteAsync" or "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync") || AwaitOf(call) is not { } awaited)
            return ImmutableArray<Edit>.Empty;
        return awaited.Parent switch
        {
            ExpressionStatementSyntax => ImmutableArray.Create(new Edit(document, call.Span, written)),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1, Parent: BlockSyntax block } declaration } variable } =>
                OfStatements(document, declaration, variable, block, call, written, success, model, cancellationToken),
            _ => ImmutableArray<Edit>.Empty,
        };
    }

    // var response = await http.PostAsJsonAsync(…);
    // response.EnsureSuccessStatusCode();
    // var item = await response.Content.ReadFromJsonAsync<Item>();
    private static ImmutableArray<Edit> OfStatements(
        DocumentId document, LocalDeclarationStatementSyntax declaration, VariableDeclaratorSyntax variable, BlockSyntax block, InvocationExpressionSyntax call, string written, ITypeSymbol? success, SemanticModel model, CancellationToken cancellationToken)
    {
        var uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Identifier.ValueText && name.SpanStart > declaration.Span.End).ToList();
        var at = block.Statements.IndexOf(declaration);
        var next = at + 1 < block.Statements.Count ? block.Statements[at + 1] : null;
        var ensures = next is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "EnsureSuccessStatusCode", Expression: IdentifierNameSyntax ensured } } } && uses.Remove(ensured);
        if (ensures)
            next = at + 2 < block.Statements.Count ? block.Statements[at + 2] : null;
        if (uses.Count == 0)
            return ensures ? ImmutableArray.Create(new Edit(document, TextSpan.FromBounds(declaration.SpanStart, block.Statements[at + 1].Span.End), call.FirstAncestorOrSelf<AwaitExpressionSyntax>()!.ToString().Replace(call.ToString(), written) + ";")) : ImmutableArray<Edit>.Empty;
        if (uses.Count != 1 || next is null || !next.Span.Contains(uses[0].Span) || next is not (LocalDeclarationStatementSyntax or ReturnStatementSyntax or ExpressionStatementSyntax))
            return ImmutableArray<Edit>.Empty;
        if (uses[0].Parent is not MemberAccessExpressionSyntax { Name.Identifier.Text: "Content", Parent: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.Text: "ReadFromJsonAsync", TypeArgumentList.Arguments: [var read] }, Parent: InvocationExpressionSyntax reading } }
            || AwaitOf(reading) is null
            || !Same(model.GetTypeInfo(read, cancellationToken).Type, success))
        {
            return ImmutableArray<Edit>.Empty;
        }
        return ImmutableArray.Create(new Edit(document, TextSpan.FromBounds(declaration.SpanStart, next.SpanStart), ""), new Edit(document, reading.Span, written));
    }

    private static AwaitExpressionSyntax? AwaitOf(InvocationExpressionSyntax call) => call.Parent switch
    {
        AwaitExpressionSyntax awaited => awaited,
        MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax awaited } } => awaited,
        _ => null,
    };

    private static bool Same(ITypeSymbol? one, ITypeSymbol? other) => one is not null && SymbolEqualityComparer.Default.Equals(one, other);
}
