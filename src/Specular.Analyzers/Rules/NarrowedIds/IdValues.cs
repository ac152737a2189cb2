using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Tells whether a value is a 64-bit id that is still whole. Where that is not known, it is not one.</summary>
internal sealed class IdValues
{
    // Deeper chains than this are not written by people.
    private const int MaxDepth = 32;

    private readonly ApiFacts _facts;
    private readonly WireTypes _types;
    private readonly LocalValues _locals;

    public IdValues(ApiFacts facts, WireTypes types, LocalValues locals)
    {
        _facts = facts;
        _types = types;
        _locals = locals;
    }

    /// <summary>The id that an operation yields; null where it yields something else or something unknown.</summary>
    public IdValue? Find(IOperation? operation) => Find(operation, 0);

    private IdValue? Find(IOperation? operation, int depth)
    {
        if (operation is null || ++depth > MaxDepth)
            return null;
        return operation switch
        {
            IPropertyReferenceOperation property => FindProperty(property, depth),
            IParenthesizedOperation parenthesized => Find(parenthesized.Operand, depth),
            IConversionOperation conversion => FindConverted(conversion, depth),
            IConditionalAccessOperation access => Find(access.WhenNotNull, depth),
            IConditionalAccessInstanceOperation instance => Find(instance.Receiver(), depth),
            IConditionalOperation { WhenFalse: not null } choice => Find(choice.WhenTrue, depth) ?? Find(choice.WhenFalse, depth),
            ICoalesceOperation choice => Find(choice.Value, depth) ?? Find(choice.WhenNull, depth),
            ISwitchExpressionOperation choice => choice.Arms.Select(arm => Find(arm.Value, depth)).FirstOrDefault(static id => id is not null),
            ISimpleAssignmentOperation assignment => Find(assignment.Value, depth),
            ILocalReferenceOperation local => FindLocal(local.Local, depth),
            IParameterReferenceOperation parameter => FindNamedText(parameter.Parameter.Name, parameter.Parameter.Type),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } => Find(Patterns.InputOfMember(operation), depth),
            IPatternOperation pattern => Find(Patterns.InputOf(pattern), depth),
            IArgumentOperation { Parent: IInvocationOperation filled } => FindFilled(filled, depth),
            IInvocationOperation invocation => FindInvoked(invocation, depth),
            IInterpolatedStringOperation { Parts: [IInterpolationOperation { FormatString: null } only] } => AsText(Find(only.Expression, depth)),
            _ => null,
        };
    }

    private IdValue? FindProperty(IPropertyReferenceOperation reference, int depth)
    {
        if (_facts.Of(reference.Property) is { IsId: true })
            return new IdValue(reference.Property.Name, _types.IsText(reference.Property.Type) ? IdForm.Text : IdForm.Number);
        if (reference.Property.Name == "Value" && IsWrapper(reference.Property.ContainingType))
            return Find(reference.Instance, depth);
        if (reference.Property.IsIndexer && reference.Arguments is [var key] && IsLookup(reference.Property.ContainingType, reference.Instance))
            return FindByName(key.Value, reference.Property.Type);
        return null;
    }

    private IdValue? FindConverted(IConversionOperation conversion, int depth)
    {
        if (NarrowTypes.Find(conversion.Type) is not null)
            return null;
        var id = Find(conversion.Operand, depth);
        if (id is { Form: IdForm.Json } && !_types.IsJson(conversion.Type))
            return conversion.OperatorMethod is null ? id : id with { Form = _types.IsText(conversion.Type) ? IdForm.Text : IdForm.Number };
        return id;
    }

    private IdValue? FindLocal(ILocalSymbol local, int depth)
    {
        var value = _locals.ValueOf(local);
        return Find(value, depth) ?? (value is not null && IsRaw(value.Unwrapped()) ? FindNamedText(local.Name, local.Type) : null);
    }

    /// <summary>What a method leaves in its <see langword="out"/> parameter.</summary>
    private IdValue? FindFilled(IInvocationOperation invocation, int depth)
    {
        var method = invocation.TargetMethod;
        return method.Name switch
        {
            "TryGetProperty" or "TryGetPropertyValue" when _types.IsJson(method.ContainingType) => FindByName(invocation.ArgumentFor(0), null),
            "TryGetValue" when IsLookup(method.ContainingType, invocation.Instance) => FindByName(invocation.ArgumentFor(0), method.Parameters.Last().Type),
            "TryGetInt64" or "TryGetUInt64" or "TryGetDecimal" => AsNumber(Find(invocation.Instance, depth)),
            "TryParse" when NarrowTypes.Find(method.ContainingType) is null => AsNumber(OfForm(IdForm.Text, Find(invocation.ArgumentFor(0), depth))),
            _ => null,
        };
    }

    private IdValue? FindInvoked(IInvocationOperation invocation, int depth)
    {
        var method = invocation.TargetMethod;
        if (NarrowTypes.Find(method.ReturnType) is not null)
            return null;
        var first = invocation.Instance is null ? invocation.ArgumentFor(0) : null;
        switch (method.Name)
        {
            case "GetValueOrDefault" when IsWrapper(method.ContainingType):
                return Find(invocation.Instance, depth);
            case "GetProperty" or "GetPropertyOrDefault" when _types.IsJson(method.ContainingType):
                return FindByName(invocation.ArgumentFor(0), method.ReturnType);
            case "GetValue" or "SelectToken" when _types.IsNode(method.ContainingType) && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..]:
                return FindByName(invocation.ArgumentFor(0), method.ReturnType);
            case "Get" when IsLookup(method.ContainingType, invocation.Instance):
                return FindByName(invocation.ArgumentFor(0), method.ReturnType);
            case "Clone" or "AsValue" or "GetValue" or "GetInt64" or "GetUInt64" or "GetDecimal" or "GetString" or "GetRawText" when _types.IsJson(method.ContainingType):
                return InFormOf(method.ReturnType, Find(invocation.Instance, depth));
            case "ToString" when method.Parameters.All(static parameter => parameter.Type.Name == "IFormatProvider"):
                return AsText(Find(invocation.Instance, depth));
            case "ToString" or "ToInt64" or "ToUInt64" or "ToDecimal" when _types.IsConvert(method.ContainingType):
                return InFormOf(method.ReturnType, Find(first, depth));
            case "Parse" when method.IsStatic:
                return AsNumber(OfForm(IdForm.Text, Find(first, depth)));
            case "Trim" or "TrimStart" or "TrimEnd" when invocation.Arguments.IsEmpty:
                return OfForm(IdForm.Text, Find(invocation.Instance, depth));
            case "AsSpan" when method.Parameters.Length <= 1:
                return OfForm(IdForm.Text, Find(invocation.Instance ?? first, depth));
            default:
                return null;
        }
    }

    private bool IsWrapper(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || _facts.IsOptional(type);

    private bool IsLookup(ITypeSymbol container, IOperation? instance) =>
        _types.IsNode(container) || _types.IsNamedValues(container) || _types.IsNamedValues(instance?.Type);

    private IdValue? FindByName(IOperation? name, ITypeSymbol? type) =>
        name.ConstantText() is { } text && _facts.IsIdName(text) ? new IdValue(text, type is not null && !_types.IsJson(type) ? IdForm.Text : IdForm.Json) : null;

    /// <summary>Text under the wire name itself, exactly as the wire has it.</summary>
    private IdValue? FindNamedText(string name, ITypeSymbol type) => _facts.IsIdName(name) && _types.IsText(type) ? new IdValue(name, IdForm.Text) : null;

    /// <summary>A literal or an element of what the program was given: nothing tells that it is some other thing of the same name.</summary>
    private static bool IsRaw(IOperation value) => value is ILiteralOperation { ConstantValue.Value: string } or IArrayElementReferenceOperation;

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
