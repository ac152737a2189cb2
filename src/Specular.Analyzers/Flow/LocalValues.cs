using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>
/// The one value of each local variable that is written exactly once, in one body. A local that is written twice, or through a reference, has no known value.
/// </summary>
internal sealed class LocalValues
{
    private const int MostLevels = 200;

    private readonly ImmutableArray<IOperation> _blocks;
    private volatile Contents? _contents;

    public LocalValues(ImmutableArray<IOperation> blocks) => _blocks = blocks;

    /// <summary>
    /// What is written to the local: the operation whose value it is, a pattern that declares it, the <see langword="out"/> argument that fills it, or the loop whose elements it takes.
    /// Null where that is not known.
    /// </summary>
    public IOperation? ValueOf(ILocalSymbol local) => All.Writes.TryGetValue(local, out var writes) && writes.Count == 1 ? writes.Value : null;

    /// <summary>Every place that reads or writes the local.</summary>
    public IReadOnlyList<ILocalReferenceOperation> ReferencesTo(ILocalSymbol local) => All.Writes.TryGetValue(local, out var writes) ? writes.References : [];

    /// <summary>True where the body gives a parameter another value than the caller did.</summary>
    public bool IsWritten(IParameterSymbol parameter) => All.Writes.TryGetValue(parameter, out var writes) && writes.Count > 0;

    /// <summary>A local function of this body; null where it is not one.</summary>
    public ILocalFunctionOperation? FunctionOf(IMethodSymbol function) => All.Functions.TryGetValue(function, out var found) ? found : null;

    /// <summary>Every call of a local function.</summary>
    public IReadOnlyList<IInvocationOperation> CallsOf(IMethodSymbol function) => All.Calls.TryGetValue(function, out var calls) ? calls : [];

    private Contents All => _contents ??= Collect();

    private Contents Collect()
    {
        var all = new Contents();
        foreach (var block in _blocks)
            VisitAll(block, all, 0);
        return all;
    }

    // Goes down by itself: an iterator is slow until the runtime has compiled it well. What is nested too deep for the stack is left to one.
    [MethodImpl(Hot.Path)]
    private static void VisitAll(IOperation operation, Contents all, int depth)
    {
        if (depth > MostLevels)
        {
            foreach (var nested in operation.DescendantsAndSelf())
                Visit(nested, all);
            return;
        }
        Visit(operation, all);
        foreach (var child in operation.ChildOperations)
            VisitAll(child, all, depth + 1);
    }

    // Every operation of a body comes by here: its kind is told faster than its type.
    [MethodImpl(Hot.Path)]
    private static void Visit(IOperation operation, Contents all)
    {
        switch (operation.Kind)
        {
            case OperationKind.VariableDeclarator:
                VisitDeclarator((IVariableDeclaratorOperation)operation, all);
                break;
            case OperationKind.SimpleAssignment when (ISimpleAssignmentOperation)operation is var assignment && VariableIn(assignment.Target) is { } target:
                all.Write(target, assignment.IsRef || assignment.Target is IFieldReferenceOperation ? null : assignment.Value);
                break;
            case OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment when VariableIn(((IAssignmentOperation)operation).Target) is { } target:
                all.Write(target, null);
                break;
            case OperationKind.Increment or OperationKind.Decrement when VariableIn(((IIncrementOrDecrementOperation)operation).Target) is { } target:
                all.Write(target, null);
                break;
            case OperationKind.AddressOf when VariableIn(((IAddressOfOperation)operation).Reference) is { } target:
                all.Write(target, null);
                break;
            case OperationKind.Argument when operation is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument && VariableIn(argument.Value) is { } target:
                all.Write(target, argument.Parameter.RefKind == RefKind.Out ? argument : null);
                break;
            case OperationKind.DeconstructionAssignment:
                var deconstruction = (IDeconstructionAssignmentOperation)operation;
                foreach (var (target, value) in Deconstruction.PairsOf(deconstruction.Target, deconstruction.Value))
                {
                    if (VariableIn(target) is { } variable)
                        all.Write(variable, value);
                }
                break;
            case OperationKind.DeclarationPattern when operation is IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                all.Write(local, operation);
                break;
            case OperationKind.RecursivePattern when operation is IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local }:
                all.Write(local, operation);
                break;
            case OperationKind.LocalReference:
                var reference = (ILocalReferenceOperation)operation;
                all.Of(reference.Local).References.Add(reference);
                break;
            case OperationKind.LocalFunction:
                var function = (ILocalFunctionOperation)operation;
                all.Functions[function.Symbol] = function;
                break;
            case OperationKind.Invocation when operation is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } call:
                all.Call(called.OriginalDefinition, call);
                break;
        }
    }

    private static void VisitDeclarator(IVariableDeclaratorOperation declarator, Contents all)
    {
        if (declarator.Parent is IForEachLoopOperation loop)
        {
            all.Write(declarator.Symbol, loop);
        }
        else if (declarator.GetVariableInitializer() is { } initializer)
        {
            all.Write(declarator.Symbol, initializer.Value);
            if (declarator.Symbol.IsRef && VariableIn(initializer.Value) is { } aliased)
                all.Write(aliased, null);
        }
    }

    /// <summary>The local or parameter that is written with a target; what is a part of a tuple or struct is written with it.</summary>
    private static ISymbol? VariableIn(IOperation? target) => target switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation reference } => reference.Local,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => VariableIn(whole),
        _ => null,
    };

    private sealed class Contents
    {
        public Dictionary<ISymbol, Variable> Writes { get; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, ILocalFunctionOperation> Functions { get; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, List<IInvocationOperation>> Calls { get; } = new(SymbolEqualityComparer.Default);

        public void Write(ISymbol symbol, IOperation? value)
        {
            var variable = Of(symbol);
            variable.Count++;
            variable.Value = value;
        }

        public Variable Of(ISymbol symbol)
        {
            if (!Writes.TryGetValue(symbol, out var variable))
                Writes.Add(symbol, variable = new Variable());
            return variable;
        }

        public void Call(ISymbol function, IInvocationOperation call)
        {
            if (!Calls.TryGetValue(function, out var calls))
                Calls.Add(function, calls = []);
            calls.Add(call);
        }
    }

    private sealed class Variable
    {
        public int Count { get; set; }

        public IOperation? Value { get; set; }

        public List<ILocalReferenceOperation> References { get; } = [];
    }
}
