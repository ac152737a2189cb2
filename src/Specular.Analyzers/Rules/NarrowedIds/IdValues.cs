using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Tells whether a value is a 64-bit id that is still whole. Where that is not known, it is not one.</summary>
internal sealed class IdValues
{
    private readonly ApiFacts _facts;
    private readonly WireTypes _types;
    private readonly ValueFlow _flow;
    private readonly NamedValues _named;
    private readonly DynamicJson _dynamicJson;

    public IdValues(ApiFacts facts, WireTypes types, ValueFlow flow, NamedValues named)
    {
        _facts = facts;
        _types = types;
        _flow = flow;
        _named = named;
        _dynamicJson = new DynamicJson(types, flow);
    }

    /// <summary>The id that an operation yields; null where it yields something else or something unknown.</summary>
    public IdValue? Find(IOperation? operation, CancellationToken cancellationToken) => Find(operation, FlowPath.Start(cancellationToken));

    /// <summary>The id that the elements are with which LINQ calls a method group.</summary>
    public IdValue? FindElement(IMethodReferenceOperation function, CancellationToken cancellationToken) =>
        FindAny(_flow.Sequences.ElementsHandedTo(function, FlowPath.Start(cancellationToken)));

    /// <summary>The id that the elements of a sequence are.</summary>
    public IdValue? FindElement(IOperation? sequence, CancellationToken cancellationToken) =>
        sequence is null ? null : FindAny(_flow.Sequences.ElementsOf(sequence, FlowPath.Start(cancellationToken)));

    /// <summary>The id that a column of a row holds, by its name or its ordinal.</summary>
    public IdValue? FindColumn(IOperation? column, CancellationToken cancellationToken) =>
        column is null ? null : _flow.OriginsOf(column, FlowPath.Start(cancellationToken)).Select(origin => _named.OfColumn(origin.Value)).FirstOrDefault(static id => id is not null);

    private IdValue? FindAny(IReadOnlyList<FlowSource> sources)
    {
        foreach (var source in sources)
        {
            if (Find(source.Value, source.Path) is { } id)
                return id;
        }
        return null;
    }

    private IdValue? Find(IOperation? operation, FlowPath path)
    {
        if (operation is null || !path.Budget.Spend())
            return null;
        return operation switch
        {
            IParenthesizedOperation parenthesized => Find(parenthesized.Operand, path),
            IConversionOperation conversion => FindConverted(conversion, path),
            IConditionalAccessOperation access => Find(access.WhenNotNull, path),
            IConditionalAccessInstanceOperation instance => Find(instance.Receiver(), path),
            IConditionalOperation { WhenFalse: not null } choice => Find(choice.WhenTrue, path) ?? Find(choice.WhenFalse, path),
            ICoalesceOperation choice => Find(choice.Value, path) ?? Find(choice.WhenNull, path),
            ISwitchExpressionOperation choice => choice.Arms.Select(arm => Find(arm.Value, path)).FirstOrDefault(static id => id is not null),
            ISimpleAssignmentOperation assignment => Find(assignment.Value, path),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } => Find(Patterns.InputOfMember(operation), path),
            IPatternOperation pattern => Find(Patterns.InputOf(pattern), path),
            IArgumentOperation { Parent: IInvocationOperation filled } => FindFilled(filled, path),
            IInterpolatedStringOperation { Parts: [IInterpolationOperation { FormatString: null } only] } => AsText(Find(only.Expression, path)),
            IInterpolatedStringOperation { Parts: [IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var only] } }] } => AsText(Find(only.Value, path)),
            IInterpolatedStringHandlerCreationOperation handler => Find(handler.Content, path),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum => FindAppended(sum, path),
            IPropertyReferenceOperation property => FindProperty(property, path) ?? FindSource(property, path),
            IInvocationOperation invocation => FindInvoked(invocation, path) ?? FindSource(invocation, path),
            ILocalReferenceOperation local => FindLocal(local, path),
            IParameterReferenceOperation parameter => _named.Text(parameter.Parameter.Name, parameter.Parameter.Type) ?? FindSource(parameter, path),
            IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => FindDynamic(operation, path),
            _ => FindSource(operation, path),
        };
    }

    /// <summary>What the value is taken from, if its type can hold an id at all.</summary>
    private IdValue? FindSource(IOperation operation, FlowPath path) =>
        NarrowTypes.Find(operation.Type) is not null || operation.Type?.SpecialType == SpecialType.System_Boolean ? null : FindAny(_flow.SourcesOf(operation, path));

    private IdValue? FindProperty(IPropertyReferenceOperation reference, FlowPath path)
    {
        var property = reference.Property;
        if (_facts.Of(property) is { } facts)
            return facts.IsInt64 ? new IdValue(property.Name, _types.IsText(property.Type) ? IdForm.Text : IdForm.Number, facts.IsId) : null;
        if (property.Name == "Value" && IsWrapper(property.ContainingType))
            return Find(reference.Instance, path);
        return _named.OfProperty(reference);
    }

    private IdValue? FindConverted(IConversionOperation conversion, FlowPath path)
    {
        if (NarrowTypes.Find(conversion.Type) is not null)
            return null;
        var id = Find(conversion.Operand, path);
        if (id is not { Form: IdForm.Json } || _types.IsJson(conversion.Type))
            return id;
        return _types.IsText(conversion.Type) ? AsText(id) : conversion.OperatorMethod is null ? id : AsNumber(id);
    }

    /// <summary>Nothing is added to the digits: <c>id + ""</c>.</summary>
    private IdValue? FindAppended(IBinaryOperation sum, FlowPath path) =>
        sum.LeftOperand.ConstantText() == "" ? AsText(Find(sum.RightOperand, path)) : sum.RightOperand.ConstantText() == "" ? AsText(Find(sum.LeftOperand, path)) : null;

    private IdValue? FindLocal(ILocalReferenceOperation local, FlowPath path)
    {
        if (FindSource(local, path) is { } id)
            return id;
        return _flow.LocalsAround(local).ValueOf(local.Local)?.Unwrapped() is ILiteralOperation { ConstantValue.Value: string } or IArrayElementReferenceOperation
            ? _named.Text(local.Local.Name, local.Local.Type)
            : null;
    }

    /// <summary>A member of a dynamic value that is a piece of JSON.</summary>
    private IdValue? FindDynamic(IOperation operation, FlowPath path)
    {
        var (owner, name) = DynamicJson.Parts(operation);
        return name is not null && _facts.IsIdName(name) && owner is not null && _dynamicJson.Is(owner, path)
            ? new IdValue(name, IdForm.Json)
            : null;
    }

    /// <summary>What a method leaves in its <see langword="out"/> parameter.</summary>
    private IdValue? FindFilled(IInvocationOperation invocation, FlowPath path)
    {
        var method = invocation.TargetMethod;
        return method.Name switch
        {
            "TryGetInt64" or "TryGetUInt64" or "TryGetDecimal" => AsNumber(Find(invocation.Instance, path)),
            "TryParse" when NarrowTypes.Find(method.ContainingType) is null => AsNumber(OfForm(IdForm.Text, Find(invocation.ArgumentFor(0), path))),
            _ => _named.FilledBy(invocation),
        };
    }

    private IdValue? FindInvoked(IInvocationOperation invocation, FlowPath path)
    {
        var method = invocation.TargetMethod;
        if (NarrowTypes.Find(method.ReturnType) is not null)
            return null;
        var first = invocation.Instance is null ? invocation.ArgumentFor(0) : null;
        switch (method.Name)
        {
            case "GetValueOrDefault" when IsWrapper(method.ContainingType):
                return Find(invocation.Instance, path);
            case "Clone" or "AsValue" or "GetValue" or "GetInt64" or "GetUInt64" or "GetDecimal" or "GetString" or "GetRawText"
                when _types.IsJson(method.ContainingType) && _named.ReturnedBy(invocation) is null:
                return InFormOf(method.ReturnType, Find(invocation.Instance, path));
            case "ToString" when method.Parameters.All(static parameter => parameter.Type.Name == "IFormatProvider") || IsWholeFormat(invocation):
                return AsText(Find(invocation.Instance, path));
            case "ToString" or "ToInt64" or "ToUInt64" or "ToDecimal" when _types.IsConvert(method.ContainingType):
                return InFormOf(method.ReturnType, Find(first, path));
            case "Parse" when method.IsStatic && !_types.IsJson(method.ReturnType):
                return AsNumber(OfForm(IdForm.Text, Find(first, path)));
            case "CreateChecked" or "CreateTruncating" or "CreateSaturating" when first is not null:
                return OfForm(IdForm.Number, Find(first, path));
            case "Trim" or "TrimStart" or "TrimEnd" when invocation.Arguments.IsEmpty:
                return OfForm(IdForm.Text, Find(invocation.Instance, path));
            case "AsSpan" when method.Parameters.Length <= 1:
                return OfForm(IdForm.Text, Find(invocation.Instance ?? first, path));
            case "GetBytes" when method.Parameters.Length == 1 && method.ContainingType.Name.EndsWith("Encoding", StringComparison.Ordinal):
                return OfForm(IdForm.Text, Find(invocation.ArgumentFor(0), path));
            case "Invariant" or "CurrentCulture" when method.ContainingType.Name == "FormattableString":
                return Find((invocation.ArgumentFor(0) as IConversionOperation)?.Operand, path);
            case "Create" when method is { ContainingType.SpecialType: SpecialType.System_String, Parameters: [.., { RefKind: RefKind.Ref }] }:
                return OfForm(IdForm.Text, Find(invocation.ArgumentFor(method.Parameters.Length - 1), path));
            case "Abs" when _types.IsMath(method.ContainingType) || method.ContainingType.SpecialType == SpecialType.System_Int64:
                return OfForm(IdForm.Number, Find(first, path));
            case "Max" when _types.IsMath(method.ContainingType) || method.ContainingType.SpecialType == SpecialType.System_Int64:
                return OfForm(IdForm.Number, Find(first, path) ?? Find(invocation.ArgumentFor(1), path));
            case "Concat" when method is { ContainingType.SpecialType: SpecialType.System_String, Parameters: [{ Type.SpecialType: SpecialType.System_Object }] }:
                return AsText(Find(first, path));
            case "Format" when method is { ContainingType.SpecialType: SpecialType.System_String, Parameters: [{ Type.SpecialType: SpecialType.System_String }, _] }:
                return invocation.ArgumentFor(0).ConstantText() == "{0}" ? AsText(Find(invocation.ArgumentFor(1), path)) : null;
            default:
                return _named.ReturnedBy(invocation);
        }
    }

    /// <summary>A standard format that leaves every digit and adds nothing.</summary>
    private static bool IsWholeFormat(IInvocationOperation call) => call.Arguments.Length is 1 or 2 && call.ArgumentFor(0).ConstantText() is "D" or "d" or "G" or "g" or "R" or "0";

    private bool IsWrapper(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || _facts.IsOptional(type);

    private IdValue? InFormOf(ITypeSymbol type, IdValue? id)
    {
        if (id is null || _types.IsJson(type))
            return id;
        return id with { Form = _types.IsText(type) ? IdForm.Text : IdForm.Number };
    }

    private static IdValue? OfForm(IdForm form, IdValue? id) => id?.Form == form ? id : null;

    private static IdValue? AsText(IdValue? id) => id is null ? null : id with { Form = IdForm.Text };

    private static IdValue? AsNumber(IdValue? id) => id is null ? null : id with { Form = IdForm.Number };
}
