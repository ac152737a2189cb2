using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>
/// What the members of a type hold, take and give back, as far as the type alone decides it: fields and properties that nothing else can write, and private methods.
/// Only what is asked for is bound, and once.
/// </summary>
internal sealed class MemberValues
{
    // A helper that is called from more places than this tells nothing about one of them.
    private const int MostCalls = 64;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ISymbol, Dictionary<string, List<SimpleNameSyntax>>> _mentions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IInvocationOperation>> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _results = new(SymbolEqualityComparer.Default);

    public MemberValues(Compilation compilation) => _compilation = compilation;

    /// <summary>True for a method that nothing but its type calls, and whose body is what runs.</summary>
    public static bool IsHelper(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary, IsVirtual: false, IsOverride: false, IsAbstract: false, IsExtern: false };

    /// <summary>What is written to a field or property, where that is done exactly once; else null.</summary>
    public IOperation? ValueOf(ISymbol member, CancellationToken cancellationToken)
    {
        member = member.OriginalDefinition;
        return IsOwn(member) ? _values.GetOrAdd(member, own => FindValue(own, cancellationToken)) : null;
    }

    /// <summary>The calls of a helper.</summary>
    public ImmutableArray<IInvocationOperation> CallsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        return IsHelper(method) ? _calls.GetOrAdd(method, helper => FindCalls(helper, cancellationToken)) : ImmutableArray<IInvocationOperation>.Empty;
    }

    /// <summary>What a helper, or the getter of a private property, returns.</summary>
    public ImmutableArray<IOperation> ResultsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        var isGetter = method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { DeclaredAccessibility: Accessibility.Private, IsVirtual: false } };
        return isGetter || IsHelper(method) ? _results.GetOrAdd(method, helper => FindResults((IMethodSymbol)helper, cancellationToken)) : ImmutableArray<IOperation>.Empty;
    }

    /// <summary>The values that a body returns, without those of functions in it.</summary>
    public static IEnumerable<IOperation> ReturnsIn(IOperation? body)
    {
        var rest = new Stack<IOperation>();
        if (body is not null)
            rest.Push(body);
        while (rest.Count > 0)
        {
            var operation = rest.Pop();
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
                yield return value;
            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    rest.Push(child);
            }
        }
    }

    // What carries an attribute may be filled by whoever reads the attribute.
    private static bool IsOwn(ISymbol member) => !member.DeclaringSyntaxReferences.IsEmpty && member.GetAttributes().IsEmpty && member switch
    {
        IFieldSymbol { IsConst: false } field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol { IsIndexer: false, IsVirtual: false, IsOverride: false, IsAbstract: false, SetMethod: null or { DeclaredAccessibility: Accessibility.Private } } property => IsAuto(property),
        _ => false,
    };

    private static bool IsAuto(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { AccessorList: { } accessors }
        && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null })
        && property.ContainingType.TypeKind != TypeKind.Interface;

    private IOperation? FindValue(ISymbol member, CancellationToken cancellationToken)
    {
        var initial = InitialValueOf(member, cancellationToken);
        var value = initial;
        var count = initial is null || IsPlaceholder(initial) ? 0 : 1;
        foreach (var mention in MentionsOf(member, cancellationToken))
        {
            if (mention.WriteOf() is not { } write || !IsOf(member, ModelOf(write).GetSymbolInfo(mention, cancellationToken).Symbol))
                continue;
            if (++count > 1)
                return null;
            value = ModelOf(write).GetOperation(write, cancellationToken) switch
            {
                ISimpleAssignmentOperation { IsRef: false } assignment when IsOf(member, assignment.Target) => assignment.Value,
                IDeconstructionAssignmentOperation deconstruction => Deconstruction.PairsOf(deconstruction.Target, deconstruction.Value).FirstOrDefault(pair => IsOf(member, pair.Target)).Value,
                _ => null,
            };
        }
        return value;
    }

    private IOperation? InitialValueOf(ISymbol member, CancellationToken cancellationToken)
    {
        var initializer = member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return initializer is null ? null : (ModelOf(initializer).GetOperation(initializer, cancellationToken) as ISymbolInitializerOperation)?.Value;
    }

    /// <summary>What stands there until the value comes: <c>= ""</c>, <c>= null!</c>, <c>= 0</c>.</summary>
    private static bool IsPlaceholder(IOperation value) => value.Unwrapped() is { ConstantValue: { HasValue: true, Value: null or "" or 0 or 0L } } or IDefaultValueOperation
        or IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };

    private ImmutableArray<IInvocationOperation> FindCalls(ISymbol method, CancellationToken cancellationToken)
    {
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        foreach (var mention in MentionsOf(method, cancellationToken))
        {
            if (mention.CallOf() is { } call && ModelOf(call).GetOperation(call, cancellationToken) is IInvocationOperation found && IsOf(method, found.TargetMethod))
                calls.Add(found);
            if (calls.Count > MostCalls)
                return ImmutableArray<IInvocationOperation>.Empty;
        }
        return calls.ToImmutable();
    }

    private ImmutableArray<IOperation> FindResults(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var declaration = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        return declaration is null ? ImmutableArray<IOperation>.Empty : ReturnsIn(ModelOf(declaration).GetOperation(declaration, cancellationToken)).ToImmutableArray();
    }

    private IEnumerable<SimpleNameSyntax> MentionsOf(ISymbol member, CancellationToken cancellationToken) =>
        _mentions.GetOrAdd(member.ContainingType, type => FindMentions((INamedTypeSymbol)type, cancellationToken)).TryGetValue(member.Name, out var mentions) ? mentions : [];

    /// <summary>Where a type names its own members: found by their names alone, so what is of another symbol is among it.</summary>
    private static Dictionary<string, List<SimpleNameSyntax>> FindMentions(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var mentions = new Dictionary<string, List<SimpleNameSyntax>>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            if (!mentions.ContainsKey(member.Name) && (member is IMethodSymbol method ? IsHelper(method) : IsOwn(member)))
                mentions.Add(member.Name, []);
        }
        foreach (var name in type.DeclaringSyntaxReferences.SelectMany(part => part.GetSyntax(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()))
        {
            if (mentions.TryGetValue(name.Identifier.ValueText, out var found))
                found.Add(name);
        }
        return mentions;
    }

    private static bool IsOf(ISymbol member, IOperation target) => target is IMemberReferenceOperation reference && IsOf(member, reference.Member);

    private static bool IsOf(ISymbol member, ISymbol? found) => SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, member);

    private SemanticModel ModelOf(SyntaxNode node) => _compilation.GetSemanticModel(node.SyntaxTree);
}
