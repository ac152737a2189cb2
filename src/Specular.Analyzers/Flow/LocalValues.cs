using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>
/// The one value of each local variable that is written exactly once, in one body. A local that is written twice, or through a reference, has no known value.
/// </summary>
internal sealed class LocalValues
{
    private readonly ImmutableArray<IOperation> _blocks;
    private readonly object _gate = new();
    private Dictionary<ILocalSymbol, Writes>? _writes;

    public LocalValues(ImmutableArray<IOperation> blocks) => _blocks = blocks;

    /// <summary>
    /// What is written to the local: the operation whose value it is, a pattern that declares it, or the <see langword="out"/> argument that fills it.
    /// Null where that is not known.
    /// </summary>
    public IOperation? ValueOf(ILocalSymbol local) => All.TryGetValue(local, out var writes) && writes.Count == 1 ? writes.Value : null;

    /// <summary>Every place that reads or writes the local.</summary>
    public IReadOnlyList<ILocalReferenceOperation> ReferencesTo(ILocalSymbol local) => All.TryGetValue(local, out var writes) ? writes.References : [];

    private Dictionary<ILocalSymbol, Writes> All
    {
        get
        {
            lock (_gate)
                return _writes ??= Collect();
        }
    }

    private Dictionary<ILocalSymbol, Writes> Collect()
    {
        var all = new Dictionary<ILocalSymbol, Writes>(SymbolEqualityComparer.Default);
        foreach (var block in _blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
                Visit(operation, all);
        }
        return all;
    }

    private static void Visit(IOperation operation, Dictionary<ILocalSymbol, Writes> all)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Parent: IForEachLoopOperation } declarator:
                Write(all, declarator.Symbol, null);
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Write(all, declarator.Symbol, initializer.Value);
                if (declarator.Symbol.IsRef && initializer.Value is ILocalReferenceOperation aliased)
                    Write(all, aliased.Local, null);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                Write(all, target.Local, assignment.IsRef ? null : assignment.Value);
                break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target }:
                Write(all, target.Local, null);
                break;
            case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation target }:
                Write(all, target.Local, null);
                break;
            case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target }:
                Write(all, target.Local, null);
                break;
            case IAddressOfOperation { Reference: ILocalReferenceOperation target }:
                Write(all, target.Local, null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when LocalIn(argument.Value) is { } local:
                Write(all, local, argument.Parameter.RefKind == RefKind.Out ? argument : null);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(all, deconstruction.Target, deconstruction.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Write(all, local, operation);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Write(all, local, operation);
                break;
            case ILocalReferenceOperation reference:
                Of(all, reference.Local).References.Add(reference);
                break;
        }
    }

    private static void Deconstruct(Dictionary<ILocalSymbol, Writes> all, IOperation target, IOperation? value)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (target is ITupleOperation targets)
        {
            var values = value as ITupleOperation;
            for (var i = 0; i < targets.Elements.Length; i++)
                Deconstruct(all, targets.Elements[i], values is not null && i < values.Elements.Length ? values.Elements[i] : null);
        }
        else if (target is ILocalReferenceOperation reference)
        {
            Write(all, reference.Local, value);
        }
    }

    private static ILocalSymbol? LocalIn(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation reference } => reference.Local,
        _ => null,
    };

    private static void Write(Dictionary<ILocalSymbol, Writes> all, ILocalSymbol local, IOperation? value)
    {
        var writes = Of(all, local);
        writes.Count++;
        writes.Value = value;
    }

    private static Writes Of(Dictionary<ILocalSymbol, Writes> all, ILocalSymbol local)
    {
        if (!all.TryGetValue(local, out var writes))
            all.Add(local, writes = new Writes());
        return writes;
    }

    private sealed class Writes
    {
        public int Count { get; set; }

        public IOperation? Value { get; set; }

        public List<ILocalReferenceOperation> References { get; } = [];
    }
}
