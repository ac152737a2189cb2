using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Analyzers.Flow;

namespace Specular.CodeFixes.Widening;

/// <summary>Finds the declared type that has to become 64-bit when a value does.</summary>
internal static class Declarations
{
    /// <summary>The type of the local, field, property or return value that an expression's value goes into; nothing where that is wide enough or is no declaration.</summary>
    public static ImmutableArray<Replacement> ToWiden(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = value;
        while (true)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or CheckedExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax:
                case ConditionalExpressionSyntax conditional when conditional.Condition != node:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                    node = node.Parent;
                    break;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator }:
                    return WidenedIfNarrow(declaration.Type, model, model.GetDeclaredSymbol(declarator, cancellationToken) as IFieldSymbol, cancellationToken);
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    return WidenedIfNarrow(property.Type, model, model.GetDeclaredSymbol(property, cancellationToken), cancellationToken);
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == node:
                    return ToWidenFor(assignment.Left, model, cancellationToken);
                case ArrowExpressionClauseSyntax { Parent: { } function }:
                    return ToWidenResultOf(function, model, cancellationToken);
                case ReturnStatementSyntax statement:
                    return ToWidenResultOf(statement.Ancestors().FirstOrDefault(IsFunction), model, cancellationToken);
                default:
                    return ImmutableArray<Replacement>.Empty;
            }
        }
    }

    /// <summary>The type of what an expression on the left of an assignment, or after <c>out</c>, names or declares.</summary>
    public static ImmutableArray<Replacement> ToWidenFor(ExpressionSyntax target, SemanticModel model, CancellationToken cancellationToken)
    {
        if (target is DeclarationExpressionSyntax declaration)
            return WidenedIfNarrow(declaration.Type, model, null, cancellationToken);
        if (model.GetSymbolInfo(target, cancellationToken).Symbol is not { } symbol || NarrowTypes.Find(TypeOf(symbol)) is null)
            return ImmutableArray<Replacement>.Empty;
        var type = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax variable } => variable.Type,
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            _ => null,
        };
        return type is null or IdentifierNameSyntax { IsVar: true } ? ImmutableArray<Replacement>.Empty : Widened(type, symbol is ILocalSymbol ? null : symbol);
    }

    /// <summary>Makes a narrow type <c>long</c>, and leaves the <c>?</c> after it.</summary>
    public static ImmutableArray<Replacement> Widened(TypeSyntax type, ISymbol? member)
    {
        while (type is NullableTypeSyntax nullable)
            type = nullable.ElementType;
        return ImmutableArray.Create(new Replacement(type.SyntaxTree, type.Span, "long", member));
    }

    /// <summary>The field or property that a type is written for; null where it is a local's or a pattern's.</summary>
    public static ISymbol? MemberDeclaredBy(TypeSyntax type, SemanticModel model, CancellationToken cancellationToken) => type.Parent switch
    {
        PropertyDeclarationSyntax property => model.GetDeclaredSymbol(property, cancellationToken),
        VariableDeclarationSyntax { Parent: FieldDeclarationSyntax, Variables: [var variable, ..] } => model.GetDeclaredSymbol(variable, cancellationToken),
        ParameterSyntax { Parent.Parent: TypeDeclarationSyntax owner } parameter => model.GetDeclaredSymbol(owner, cancellationToken)?.GetMembers(parameter.Identifier.ValueText).FirstOrDefault(),
        _ => null,
    };

    private static ImmutableArray<Replacement> ToWidenResultOf(SyntaxNode? function, SemanticModel model, CancellationToken cancellationToken)
    {
        if (function is AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.GetAccessorDeclaration, Parent.Parent: PropertyDeclarationSyntax owner })
            function = owner;
        var type = function switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax local => local.ReturnType,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        if (type is GenericNameSyntax { Identifier.Text: "Task" or "ValueTask", TypeArgumentList.Arguments: [var result] })
            type = result;
        return type is null ? ImmutableArray<Replacement>.Empty : WidenedIfNarrow(type, model, model.GetDeclaredSymbol(function!, cancellationToken), cancellationToken);
    }

    private static ImmutableArray<Replacement> WidenedIfNarrow(TypeSyntax type, SemanticModel model, ISymbol? member, CancellationToken cancellationToken) =>
        !type.IsVar && NarrowTypes.Find(model.GetTypeInfo(type, cancellationToken).Type) is not null ? Widened(type, member) : ImmutableArray<Replacement>.Empty;

    private static bool IsFunction(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
