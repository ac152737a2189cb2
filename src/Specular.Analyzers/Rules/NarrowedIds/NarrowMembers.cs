using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Members of hand-written types that are read from the API's JSON, with a type that cannot hold the id.</summary>
internal sealed class NarrowMembers
{
    private readonly ApiFacts _facts;
    private readonly JsonContracts _contracts;

    public NarrowMembers(ApiFacts facts, JsonContracts contracts)
    {
        _facts = facts;
        _contracts = contracts;
    }

    public void Analyze(SymbolAnalysisContext context)
    {
        var member = context.Symbol;
        if (member.IsStatic || member.IsImplicitlyDeclared || NarrowTypes.Find(TypeOf(member)) is not { } narrow)
            return;
        if (WireName(member, context.CancellationToken) is not { } name || TypeSyntaxOf(member, context.CancellationToken) is not { } syntax)
            return;
        context.ReportDiagnostic(Narrowing.Report(syntax, NarrowingShape.Type, new IdValue(name, IdForm.Json), narrow));
    }

    private string? WireName(ISymbol member, CancellationToken cancellationToken)
    {
        if (JsonContracts.NameGivenTo(member) is { } given)
            return _facts.IsIdName(given) && !JsonContracts.IsSpecial(member) ? given : null;
        // A serializer leaves fields alone unless told otherwise.
        return member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public } && _facts.IsIdMemberName(member.Name)
            && !JsonContracts.IsSpecial(member) && _contracts.Contains(member.ContainingType, cancellationToken)
            ? member.Name
            : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false } property => property.Type,
        IFieldSymbol { AssociatedSymbol: null } field => field.Type,
        _ => null,
    };

    private static TypeSyntax? TypeSyntaxOf(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
            _ => null,
        };
}
