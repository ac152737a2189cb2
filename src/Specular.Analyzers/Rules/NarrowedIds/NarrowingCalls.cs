using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Calls that convert an id, parse it, or read it from JSON, as a type that cannot hold it.</summary>
internal sealed class NarrowingCalls
{
    private readonly IdValues _ids;
    private readonly NamedValues _named;
    private readonly ApiFacts _facts;
    private readonly WireTypes _types;
    private readonly ReaderNames _readerNames;

    public NarrowingCalls(IdValues ids, NamedValues named, ApiFacts facts, WireTypes types, ReaderNames readerNames)
    {
        _ids = ids;
        _named = named;
        _facts = facts;
        _types = types;
        _readerNames = readerNames;
    }

    /// <summary>True for a method that has the name of one which makes a number too small for an id, and makes one, or does not say what it makes.</summary>
    [MethodImpl(Hot.Path)]
    public static bool MayNarrow(IMethodSymbol method) => method.Name switch
    {
        "ChangeType" or "Cast" => true,
        "GetInt32" or "GetInt16" or "GetByte" or "GetSByte" or "GetUInt16" or "GetUInt32" or "GetSingle" or "GetDouble" or "GetFloat"
            or "TryGetInt32" or "TryGetInt16" or "TryGetByte" or "TryGetSByte" or "TryGetUInt16" or "TryGetUInt32" or "TryGetSingle" or "TryGetDouble"
            or "GetFieldValue" or "GetFieldValueAsync" or "Field" or "ReadAsInt32" or "ReadAsDouble" or "GetValue" or "TryGetValue" or "Get" or "Value"
            or "Deserialize" or "ToObject" or "CreateChecked" or "CreateTruncating" or "CreateSaturating" or "Parse" or "TryParse" => NarrowResult(method) is not null,
        var name => name.StartsWith("To", System.StringComparison.Ordinal) && NarrowResult(method) is not null,
    };

    [MethodImpl(Hot.Path)]
    public void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (MayNarrow(call.TargetMethod) && (NarrowResult(call.TargetMethod) ?? TypeChangedTo(call)) is { } narrow && NameIn(call) is { } node && FindId(call, context.CancellationToken) is { IsId: true } id)
            context.ReportDiagnostic(Narrowing.Report(node, NarrowingShape.Call, id, narrow, truncates: call.TargetMethod.Name == "CreateTruncating"));
    }

    /// <summary><c>ids.Select(Convert.ToInt32)</c>: a method that LINQ calls with each element.</summary>
    public void AnalyzeReference(OperationAnalysisContext context)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        if (!MayNarrow(reference.Method) || NarrowResult(reference.Method) is not { } narrow || FormTaken(reference.Method) is not { } form)
            return;
        if (_ids.FindElement(reference, context.CancellationToken) is { IsId: true } id && IsTaken(form, id.Form))
            context.ReportDiagnostic(Narrowing.Report(reference.Syntax, NarrowingShape.Call, id, narrow, truncates: reference.Method.Name == "CreateTruncating"));
    }

    /// <summary>The narrow type that a call makes of a value; for a <c>Try…</c> method what it leaves in its <see langword="out"/> parameter.</summary>
    private static ITypeSymbol? NarrowResult(IMethodSymbol method) =>
        method.ReturnType.SpecialType != SpecialType.System_Boolean ? NarrowTypes.Find(ResultOf(method.ReturnType))
        : method.Parameters.FirstOrDefault(static parameter => parameter.RefKind == RefKind.Out) is { } filled ? NarrowTypes.Find(filled.Type)
        : null;

    /// <summary><c>Convert.ChangeType(id, typeof(int))</c> and <c>ids.Cast&lt;int&gt;()</c>: what they return does not say what it is.</summary>
    private ITypeSymbol? TypeChangedTo(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "ChangeType", ContainingType: var home } when _types.IsConvert(home) => call.ArgumentFor(1)?.Unwrapped() switch
        {
            ITypeOfOperation named => NarrowTypes.Find(named.TypeOperand),
            IFieldReferenceOperation { Field: { Name: var code, ContainingType.Name: "TypeCode" } } => NarrowTypes.Find(call.SemanticModel?.Compilation.GetTypeByMetadataName("System." + code)),
            _ => null,
        },
        { Name: "Cast", TypeArguments: [var element] } => NarrowTypes.Find(element),
        _ => null,
    };

    private static ITypeSymbol ResultOf(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    private IdValue? FindId(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        var home = method.ContainingType;
        switch (method.Name)
        {
            case "GetInt32" or "GetInt16" or "GetByte" or "GetSByte" or "GetUInt16" or "GetUInt32" or "GetSingle" or "GetDouble" or "GetFloat"
                or "TryGetInt32" or "TryGetInt16" or "TryGetByte" or "TryGetSByte" or "TryGetUInt16" or "TryGetUInt32" or "TryGetSingle" or "TryGetDouble":
                return _types.IsJsonReader(home) ? _readerNames.FindId(call, IdForm.Json) : _types.IsJsonElement(home) ? OfJson(call.Instance, cancellationToken) : OfRow(call, cancellationToken);
            case "GetFieldValue" or "GetFieldValueAsync" or "Field" when method.IsGenericMethod:
                return OfRow(call, cancellationToken);
            case "ReadAsInt32" or "ReadAsDouble" when _types.IsTokenReader(home):
                return _readerNames.FindId(call, IdForm.Json);
            case "GetValue" when _types.IsConfigurationBinder(home) && method.IsGenericMethod:
                return _named.OfSetting(call);
            case "Get" when _types.IsConfigurationBinder(home) && method.IsGenericMethod:
                return call.ArgumentFor(0)?.Unwrapped() is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } section ? _named.OfSetting(section) : null;
            case "ChangeType" when _types.IsConvert(home):
                return _ids.Find(call.ArgumentFor(0), cancellationToken) is { Form: not IdForm.Json } changed ? changed : null;
            case "Cast" when method.IsGenericMethod:
                return _ids.FindElement(call.Instance ?? call.ArgumentFor(0), cancellationToken) is { Form: IdForm.Number } element ? element : null;
            case "GetValue" or "TryGetValue" when _types.IsNode(home) && method.IsGenericMethod:
                return OfJson(call.Instance, cancellationToken);
            case "Deserialize" or "ToObject" or "Value" when method.IsGenericMethod:
                return FindInGenericCall(call, cancellationToken);
            default:
                return FormTaken(method) is { } form && _ids.Find(call.ArgumentFor(0), cancellationToken) is { } id && IsTaken(form, id.Form) ? id : null;
        }
    }

    /// <summary>In what form a static method takes the value that it makes smaller; null for any other method.</summary>
    private IdForm? FormTaken(IMethodSymbol method)
    {
        var home = method.ContainingType;
        return method.Name switch
        {
            "ToInt32" or "ToInt16" or "ToByte" or "ToSByte" or "ToUInt16" or "ToUInt32" or "ToChar" or "ToSingle" or "ToDouble" when _types.IsConvert(home) => IdForm.Number,
            "CreateChecked" or "CreateTruncating" or "CreateSaturating" when method.IsStatic && NarrowTypes.Find(home) is not null => IdForm.Number,
            "Parse" or "TryParse" when NarrowTypes.Find(home) is not null => IdForm.Text,
            "TryParse" when _types.IsUtf8Parser(home) => IdForm.Text,
            _ when !method.Name.StartsWith("To", System.StringComparison.Ordinal) => null,
            _ when home.SpecialType == SpecialType.System_Decimal => IdForm.Number,
            _ when home is { Name: "XmlConvert", ContainingNamespace.Name: "Xml" } => IdForm.Text,
            _ => null,
        };
    }

    /// <summary>A number is taken as text as well by <c>Convert</c>; no method takes JSON.</summary>
    private static bool IsTaken(IdForm taken, IdForm given) => given != IdForm.Json && (taken == given || (taken == IdForm.Number && given == IdForm.Text));

    private IdValue? OfRow(IInvocationOperation call, CancellationToken cancellationToken)
    {
        // An extension takes the row first, and then the name of the column itself.
        var (row, column) = call.Instance is null ? (call.ArgumentFor(0), call.ArgumentFor(1)) : (call.Instance, call.ArgumentFor(0));
        return row is not null && _types.IsRow(row.Unwrapped().Type) ? _ids.FindColumn(column, cancellationToken) : null;
    }

    /// <summary><c>token.Value&lt;int&gt;("name")</c>, <c>element.Deserialize&lt;int&gt;()</c> and the like, as extensions or not.</summary>
    private IdValue? FindInGenericCall(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var receiver = call.Instance ?? call.ArgumentFor(0);
        if (receiver is null)
            return null;
        if (_types.IsJsonReader(receiver.Type))
            return _readerNames.FindId(call, IdForm.Json);
        if (!_types.IsJson(receiver.Unwrapped().Type))
            return null;
        var named = call.Arguments.Select(static argument => argument.Value.ConstantText()).FirstOrDefault(_facts.IsIdName);
        return named is not null && call.TargetMethod.Name == "Value" ? new IdValue(named, IdForm.Json) : OfJson(receiver, cancellationToken);
    }

    private IdValue? OfJson(IOperation? value, CancellationToken cancellationToken) => _ids.Find(value, cancellationToken) is { Form: IdForm.Json } id ? id : null;

    /// <summary>The name that a reader sees: <c>int.Parse</c> and <c>Convert.ToInt32</c> as a whole, of a chain of calls only the last.</summary>
    private static SyntaxNode? NameIn(IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access when call.Instance is null && !call.TargetMethod.IsExtensionMethod => access,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var name => name,
    };
}
