using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.HttpRequests;
using Specular.Analyzers.Rules.HttpsOrigins;
using Specular.Analyzers.Rules.NarrowedIds;
using Specular.Analyzers.Rules.Values;

namespace Specular.Analyzers.Clues;

/// <summary>Goes through a body once for all rules, and tells which of them have something to look at.</summary>
internal sealed class BodyClues
{
    // What is nested deeper than any hand-written code is left to the rules themselves.
    private const int MostLevels = 200;

    private readonly ApiFacts _facts;
    private readonly bool _hasOrigins;
    private readonly bool _hasNames;
    private readonly OperationCache<Found> _found = new();

    public BodyClues(ApiFacts facts)
    {
        _facts = facts;
        _hasOrigins = facts.OriginNames.Count > 0;
        _hasNames = _hasOrigins || facts.IdNames.Count > 0;
    }

    /// <summary>Has a rule register its actions for the bodies that have any of the clues, and tells it which.</summary>
    public void StartWhere(CompilationStartAnalysisContext start, Clue wanted, Action<OperationBlockStartAnalysisContext, Clue> register) => start.RegisterOperationBlockStartAction(body =>
    {
        if (In(body.OperationBlocks) is var clues && (clues & wanted) != 0)
            register(body, clues);
    });

    /// <summary>The same for one action.</summary>
    public void RegisterWhere(CompilationStartAnalysisContext start, Clue wanted, Action<OperationAnalysisContext> action, params OperationKind[] kinds)
    {
        var listened = kinds.ToImmutableArray();
        StartWhere(start, wanted, (body, _) => body.RegisterOperationAction(action, listened));
    }

    [MethodImpl(Hot.Path)]
    private Clue In(ImmutableArray<IOperation> body)
    {
        if (body.IsEmpty)
            return Clue.None;
        if (_found.Get(body[0]) is { } found)
            return found.Clues;
        var clues = Clue.None;
        foreach (var block in body)
            clues |= Find(block, 0);
        _found.Set(body[0], new Found(clues));
        return clues;
    }

    // Every operation of every body comes by here: its kind is told faster than its type, and what has one part is not asked for all.
    [MethodImpl(Hot.Path)]
    private Clue Find(IOperation operation, int depth)
    {
        if (depth > MostLevels)
            return Clue.All;
        var clues = Clue.None;
        while (true)
        {
            switch (operation.Kind)
            {
                case OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference:
                    return clues;
                case OperationKind.Literal or OperationKind.Utf8String or OperationKind.NameOf:
                    return clues | OfText(operation);
                case OperationKind.Return or OperationKind.YieldReturn when ((IReturnOperation)operation).ReturnedValue is { } returned:
                    operation = returned;
                    continue;
                case OperationKind.Await:
                    operation = ((IAwaitOperation)operation).Operation;
                    continue;
                case OperationKind.AnonymousFunction:
                    operation = ((IAnonymousFunctionOperation)operation).Body;
                    continue;
                case OperationKind.DelegateCreation:
                    operation = ((IDelegateCreationOperation)operation).Target;
                    continue;
                case OperationKind.Argument:
                    operation = ((IArgumentOperation)operation).Value;
                    continue;
                case OperationKind.ExpressionStatement:
                    operation = ((IExpressionStatementOperation)operation).Operation;
                    continue;
                case OperationKind.VariableInitializer:
                    operation = ((IVariableInitializerOperation)operation).Value;
                    continue;
                case OperationKind.Conversion:
                    var conversion = (IConversionOperation)operation;
                    if (NarrowingConversions.MayNarrow(conversion))
                        clues |= Clue.NarrowNumber;
                    operation = conversion.Operand;
                    continue;
                case OperationKind.Invocation:
                    var call = (IInvocationOperation)operation;
                    clues |= OfCall(call.TargetMethod);
                    foreach (var argument in call.Arguments)
                        clues |= Find(argument.Value, depth + 1);
                    if (call.Instance is not { } receiver)
                        return clues;
                    operation = receiver;
                    continue;
                case OperationKind.PropertyReference:
                    var property = (IPropertyReferenceOperation)operation;
                    clues |= OfProperty(property.Property);
                    foreach (var argument in property.Arguments)
                        clues |= Find(argument.Value, depth + 1);
                    if (property.Instance is not { } owner)
                        return clues;
                    operation = owner;
                    continue;
                case OperationKind.ObjectCreation when operation.Type is { } made:
                    clues |= _facts.IsBesideClient(made) ? Clue.Client : WrittenRequests.MayBe(made) ? Clue.Request : Clue.None;
                    break;
                case OperationKind.FieldReference or OperationKind.Binary or OperationKind.InterpolatedString:
                    clues |= OfText(operation);
                    break;
                case OperationKind.MethodReference when NarrowingCalls.MayNarrow(((IMethodReferenceOperation)operation).Method):
                case OperationKind.DeclarationPattern or OperationKind.TypePattern or OperationKind.IsType when NarrowingPatterns.TypeIn(operation) is not null:
                    clues |= Clue.NarrowNumber;
                    break;
                case OperationKind.SimpleAssignment when ((ISimpleAssignmentOperation)operation).Target is IPropertyReferenceOperation { Property: var set } && OriginSinks.IsOrigin(set, _facts):
                case OperationKind.PropertyInitializer when operation is IPropertyInitializerOperation { InitializedProperties: [var own] } && OriginSinks.IsOrigin(own, _facts):
                    clues |= Clue.OriginName;
                    break;
            }
            foreach (var child in operation.ChildOperations)
                clues |= Find(child, depth + 1);
            return clues;
        }
    }

    [MethodImpl(Hot.Path)]
    private Clue OfCall(IMethodSymbol method)
    {
        var clues = _facts.IsBesideClient(method) ? Clue.Client : Clue.None;
        if (NarrowingCalls.MayNarrow(method))
            clues |= Clue.NarrowNumber;
        if (EnumText.MayBe(method))
            clues |= Clue.EnumText;
        if (WrittenRequests.MayBe(method))
            clues |= Clue.Request;
        if (Routes.MayBe(method))
            clues |= Clue.Route;
        return method.Name is "Delay" or "Sleep" ? clues | Clue.Wait : clues;
    }

    [MethodImpl(Hot.Path)]
    private Clue OfProperty(IPropertySymbol property)
    {
        if (_facts.IsBesideClient(property))
            return Clue.Client;
        return _hasOrigins && property.ContainingType.IsAnonymousType && _facts.IsOriginName(property.Name) ? Clue.OriginName : Clue.None;
    }

    // What a constant is put together of, or stands for, is among the constants of the body, or it is a field's.
    [MethodImpl(Hot.Path)]
    private Clue OfText(IOperation operation)
    {
        if (!_hasNames)
            return Clue.None;
        var text = operation.Kind == OperationKind.Utf8String ? ((IUtf8StringOperation)operation).Value
            : operation.Type?.SpecialType == SpecialType.System_String ? operation.ConstantValue.Value as string
            : null;
        if (text is null)
            return Clue.None;
        var clues = _facts.IsIdName(text) ? Clue.IdName : Clue.None;
        return _hasOrigins && (text.IndexOf('"') >= 0 || _facts.IsOriginName(text)) ? clues | Clue.OriginName : clues;
    }

    private sealed class Found
    {
        public Found(Clue clues) => Clues = clues;

        public Clue Clues { get; }
    }
}
