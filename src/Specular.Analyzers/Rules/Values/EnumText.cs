using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.Values;

/// <summary>A call that makes a member of an API's enum of text.</summary>
/// <param name="Type">The enum.</param>
/// <param name="Text">The text.</param>
/// <param name="IsWireValue">The text is a value on the wire, and not the name of a member.</param>
internal readonly record struct EnumText(ApiEnum Type, IOperation Text, bool IsWireValue)
{
    /// <summary>True for a method that may make one, or the text of one.</summary>
    public static bool MayBe(IMethodSymbol method) => method.Name switch
    {
        "FromWireValue" or "ToWireValue" => true,
        "Parse" or "TryParse" => method.ContainingType?.SpecialType == SpecialType.System_Enum,
        _ => false,
    };

    /// <summary>Finds it: <c>FromWireValue</c>, <c>Enum.Parse</c> and <c>Enum.TryParse</c>, where capitals count.</summary>
    public static EnumText? In(IInvocationOperation call, ApiFacts facts) => call.TargetMethod switch
    {
        { Name: "FromWireValue", Parameters.Length: 1 } method when facts.IsInClientAssembly(method) && ApiEnum.Of(method.ReturnType, facts) is { } type && call.ArgumentFor(0) is { } argument =>
            new EnumText(type, argument, true),
        { Name: "Parse" or "TryParse", ContainingType.SpecialType: SpecialType.System_Enum } when EnumIn(call, facts) is { } type && TextIn(call) is { } argument && !IgnoresCase(call) =>
            new EnumText(type, argument, false),
        _ => null,
    };

    /// <summary>The text that stands for a member.</summary>
    public string NameOf((IFieldSymbol Field, string WireValue) member) => IsWireValue ? member.WireValue : member.Field.Name;

    private static ApiEnum? EnumIn(IInvocationOperation call, ApiFacts facts) => call.TargetMethod switch
    {
        { TypeArguments: [var type] } => ApiEnum.Of(type, facts),
        _ => call.ArgumentFor(0)?.Unwrapped() is ITypeOfOperation named ? ApiEnum.Of(named.TypeOperand, facts) : null,
    };

    private static IOperation? TextIn(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Name: "value", Type.SpecialType: SpecialType.System_String })?.Value;

    private static bool IgnoresCase(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument.Parameter?.Name == "ignoreCase" && argument.Value.ConstantValue is not { HasValue: true, Value: false });
}
