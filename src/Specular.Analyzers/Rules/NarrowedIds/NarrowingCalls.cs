using System.Linq;
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
    private readonly ApiFacts _facts;
    private readonly WireTypes _types;
    private readonly ReaderNames _readerNames;

    public NarrowingCalls(IdValues ids, ApiFacts facts, WireTypes types)
    {
        _ids = ids;
        _facts = facts;
        _types = types;
        _readerNames = new ReaderNames(facts, types);
    }

    public void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (NarrowResult(call.TargetMethod) is { } narrow && NameIn(call) is { } node && FindId(call) is { } id)
            context.ReportDiagnostic(Narrowing.Report(node, NarrowingShape.Call, id, narrow, truncates: call.TargetMethod.Name == "CreateTruncating"));
    }

    /// <summary>The narrow type that a call makes of a value; for a <c>Try…</c> method what it leaves in its last parameter.</summary>
    private static ITypeSymbol? NarrowResult(IMethodSymbol method) =>
        NarrowTypes.Find(method.ReturnType)
        ?? (method is { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [.., { RefKind: RefKind.Out } last] } ? NarrowTypes.Find(last.Type) : null);

    private IdValue? FindId(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var home = method.ContainingType;
        switch (method.Name)
        {
            case "ToInt32" or "ToInt16" or "ToByte" or "ToSByte" or "ToUInt16" or "ToUInt32" or "ToChar" or "ToSingle" or "ToDouble" when _types.IsConvert(home):
                return _ids.Find(call.ArgumentFor(0)) is { Form: not IdForm.Json } converted ? converted : null;
            case "Parse" or "TryParse" when NarrowTypes.Find(home) is not null:
                return _ids.Find(call.ArgumentFor(0)) is { Form: IdForm.Text } parsed ? parsed : null;
            case "CreateChecked" or "CreateTruncating" or "CreateSaturating":
                return call.Instance is null && NarrowTypes.Find(home) is not null && _ids.Find(call.ArgumentFor(0)) is { Form: IdForm.Number } created ? created : null;
            case "GetInt32" or "GetInt16" or "GetByte" or "GetSByte" or "GetUInt16" or "GetUInt32" or "GetSingle" or "GetDouble"
                or "TryGetInt32" or "TryGetInt16" or "TryGetByte" or "TryGetSByte" or "TryGetUInt16" or "TryGetUInt32" or "TryGetSingle" or "TryGetDouble":
                return _types.IsJsonReader(home) ? _readerNames.FindId(call) : _types.IsJsonElement(home) ? OfJson(call.Instance) : null;
            case "GetValue" or "TryGetValue" when _types.IsNode(home) && method.IsGenericMethod:
                return OfJson(call.Instance);
            case "Deserialize" or "ToObject" or "Value" when method.IsGenericMethod:
                return FindInGenericCall(call);
            default:
                return null;
        }
    }

    /// <summary><c>token.Value&lt;int&gt;("name")</c>, <c>element.Deserialize&lt;int&gt;()</c> and the like, as extensions or not.</summary>
    private IdValue? FindInGenericCall(IInvocationOperation call)
    {
        var receiver = call.Instance ?? call.ArgumentFor(0);
        if (receiver is null || !_types.IsJson(receiver.Unwrapped().Type))
            return null;
        var named = call.Arguments.Select(static argument => argument.Value.ConstantText()).FirstOrDefault(_facts.IsIdName);
        return named is not null && call.TargetMethod.Name == "Value" ? new IdValue(named, IdForm.Json) : OfJson(receiver);
    }

    private IdValue? OfJson(IOperation? value) => _ids.Find(value) is { Form: IdForm.Json } id ? id : null;

    /// <summary>The name that a reader sees: <c>int.Parse</c> and <c>Convert.ToInt32</c> as a whole, of a chain of calls only the last.</summary>
    private static SyntaxNode? NameIn(IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access when call.Instance is null && !call.TargetMethod.IsExtensionMethod => access,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var name => name,
    };
}
