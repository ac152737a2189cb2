using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.HttpsOrigins;

namespace Specular.Analyzers.Rules.HttpRequests;

/// <summary>Tells to what URL a request goes, as far as the code says so.</summary>
internal sealed class RequestUrls
{
    private readonly ValueFlow _flow;
    private readonly KnownTexts _texts;

    public RequestUrls(ValueFlow flow) => (_flow, _texts) = (flow, new KnownTexts(flow));

    /// <summary>The absolute URL, <see cref="OriginCheck.Unknown"/> for each part that is not known; null where its beginning is not known, or it may be one of several.</summary>
    /// <param name="url">A text or a <c>Uri</c>.</param>
    /// <param name="http">The HttpClient that sends the request; null where that is not known.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public string? Find(IOperation url, IOperation? http, CancellationToken cancellationToken)
    {
        if (TextOf(url, cancellationToken) is not { } text)
            return null;
        if (IsAbsolute(text))
            return text;

        // A relative URL replaces what comes after the last '/' of the base address.
        if (http is null || BaseAddressOf(http, cancellationToken) is not { } address || text.Length == 0)
            return null;
        var path = address.IndexOf('/', address.IndexOf("://", System.StringComparison.Ordinal) + 3);
        if (text[0] == '/')
            return (path < 0 ? address : address.Substring(0, path)) + text;
        return (path < 0 ? address + "/" : address.Substring(0, address.LastIndexOf('/') + 1)) + text;
    }

    private string? TextOf(IOperation value, CancellationToken cancellationToken)
    {
        value = value.Unwrapped();
        if (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand.Unwrapped();
        if (value.ConstantValue is { HasValue: true, Value: string constant })
            return constant;
        if (value.Type?.SpecialType == SpecialType.System_String)
            return _texts.Find(value, cancellationToken).Take(2).ToList() is [var only] ? only.Text : null;
        var made = value is IObjectCreationOperation ? value : _flow.OriginsOf(value, FlowPath.Start(cancellationToken)).Take(2).ToList() is [var origin] ? origin.Value : null;
        if (made is not IObjectCreationOperation { Type.Name: "Uri", Arguments: [{ Value: var first }, ..] arguments })
            return null;
        if (first.Type?.SpecialType == SpecialType.System_String)
            return arguments.Length == 1 || arguments[1].Value.Type?.Name == "UriKind" ? TextOf(first, cancellationToken) : null;
        return null;
    }

    private string? BaseAddressOf(IOperation http, CancellationToken cancellationToken)
    {
        http = http.Unwrapped();
        if (http is ILocalReferenceOperation local)
        {
            var written = _flow.LocalsAround(local).ReferencesTo(local.Local)
                .Select(static reference => reference.Parent is IPropertyReferenceOperation { Property.Name: "BaseAddress", Parent: ISimpleAssignmentOperation assignment } address && assignment.Target == address ? assignment : null)
                .OfType<ISimpleAssignmentOperation>()
                .Take(2)
                .ToList();
            if (written.Count > 0)
                return written.Count == 1 ? Absolute(written[0].Value) : null;
        }
        var origins = _flow.OriginsOf(http, FlowPath.Start(cancellationToken)).Take(2).ToList();
        if (origins is not [{ Value: IObjectCreationOperation { Type.Name: "HttpClient", Initializer: { } initializer } }])
            return null;
        var initial = initializer.Initializers.OfType<ISimpleAssignmentOperation>().LastOrDefault(static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "BaseAddress" });
        return initial is null ? null : Absolute(initial.Value);

        string? Absolute(IOperation value) => TextOf(value, cancellationToken) is { } text && IsAbsolute(text) ? text : null;
    }

    private static bool IsAbsolute(string text)
    {
        var delimiter = text.IndexOf("://", System.StringComparison.Ordinal);
        return delimiter > 0 && text.IndexOf(OriginCheck.Unknown, 0, delimiter) < 0;
    }
}
