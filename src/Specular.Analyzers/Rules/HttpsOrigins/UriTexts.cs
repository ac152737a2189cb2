using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.HttpsOrigins;

/// <summary>Texts that come out of <see cref="Uri"/> and <see cref="UriBuilder"/>, as far as what went in is known.</summary>
internal sealed class UriTexts
{
    private const string Delimiter = "://";

    private readonly ValueFlow _flow;
    private readonly Func<IOperation, FlowPath, OriginText?> _textOf;

    /// <param name="flow">Where a value comes from.</param>
    /// <param name="textOf">The text of what goes in.</param>
    public UriTexts(ValueFlow flow, Func<IOperation, FlowPath, OriginText?> textOf)
    {
        _flow = flow;
        _textOf = textOf;
    }

    /// <summary>The text; null where the value is none of these, or not known.</summary>
    public OriginText? Find(IOperation value, FlowPath path) => value switch
    {
        IFieldReferenceOperation { Field: var field } when IsUri(field.ContainingType) && Constant(field.Name) is { } text => new OriginText(text, value.Syntax, null),
        IPropertyReferenceOperation { Property: { Name: "OriginalString", ContainingType: var home }, Instance: { } uri } when IsUri(home) => OfUri(uri, path),
        IPropertyReferenceOperation { Property: { Name: "AbsoluteUri", ContainingType: var home }, Instance: { } uri } when IsUri(home) => Whole(OfUri(uri, path)),
        IPropertyReferenceOperation { Property: { Name: "Scheme", ContainingType: var home }, Instance: { } uri } when IsUri(home) => SchemeOf(OfUri(uri, path)),
        IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType: var home }, Instance: { } uri, Arguments.IsEmpty: true } when IsUri(home) => Whole(OfUri(uri, path)),
        IInvocationOperation { TargetMethod: { Name: "GetLeftPart", ContainingType: var home }, Instance: { } uri } call when IsUri(home) && IsAuthority(call) => UpToPath(OfUri(uri, path)),
        IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType: var home }, Instance: { } builder, Arguments.IsEmpty: true } when IsBuilder(home) => OfBuilder(builder, path),
        _ => null,
    };

    private OriginText? OfUri(IOperation uri, FlowPath path)
    {
        if (!path.Budget.Spend())
            return null;
        switch (_flow.OriginsOf(uri, path).Take(2).ToList())
        {
            case [{ Value: IObjectCreationOperation { Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } text }, ..] arguments } made, Path: var inside }]
                when IsUri(made.Type) && (arguments.Length == 1 || arguments[1].Value.Type?.Name == "UriKind"):
                return _textOf(text, inside) is { } known && HasScheme(known.Text) ? known : null;
            case [{ Value: IPropertyReferenceOperation { Property: { Name: "Uri", ContainingType: var home }, Instance: { } builder }, Path: var inside }] when IsBuilder(home):
                return OfBuilder(builder, inside);
            default:
                return null;
        }
    }

    /// <summary>Of a builder only the scheme is told: the rest is put together at the end.</summary>
    private OriginText? OfBuilder(IOperation builder, FlowPath path)
    {
        if (!path.Budget.Spend() || IsChanged(builder) || _flow.OriginsOf(builder, path).Take(2).ToList() is not [{ Value: IObjectCreationOperation made, Path: var inside }] || !IsBuilder(made.Type))
            return null;
        var assigned = made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .LastOrDefault(static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Scheme" });
        var scheme = assigned is not null ? _textOf(assigned.Value, inside) : made.Arguments switch
        {
            [] => new OriginText("http", made.Syntax, null),
            [{ Parameter.Name: "uri", Value: { Type.SpecialType: SpecialType.System_String } text }] => SchemeOf(WithDefaultScheme(_textOf(text, inside))),
            [{ Parameter.Name: "uri", Value: var uri }] => SchemeOf(OfUri(uri, inside)),
            [{ Parameter.Name: "scheme" or "schemeName", Value: var text }, ..] => _textOf(text, inside),
            _ => null,
        };
        return scheme is null || scheme.Text.Length == 0 || scheme.Text.IndexOf(OriginCheck.Unknown) >= 0 ? null : scheme with { Text = scheme.Text + Delimiter + OriginCheck.Unknown };
    }

    /// <summary>True where the builder may have been changed since it was made.</summary>
    private bool IsChanged(IOperation builder) => builder.Unwrapped() switch
    {
        IObjectCreationOperation => false,
        ILocalReferenceOperation local => _flow.LocalsAround(local).ReferencesTo(local.Local).Any(static reference => reference.Parent is IArgumentOperation
            || (reference.Parent is IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } && assignment.Target == reference.Parent)),
        _ => true,
    };

    private static OriginText? WithDefaultScheme(OriginText? text) =>
        text is { Text.Length: > 0 } && text.Text.IndexOf(Delimiter, StringComparison.Ordinal) < 0 && text.Text.IndexOf(OriginCheck.Unknown) < 0 ? text with { Text = "http" + Delimiter + text.Text, Source = null } : text;

    private static OriginText? SchemeOf(OriginText? uri) =>
        uri is not null && HasScheme(uri.Text) ? uri with { Text = uri.Text.Substring(0, uri.Text.IndexOf(Delimiter, StringComparison.Ordinal)) } : null;

    /// <summary>An absolute URI always has a path: <c>new Uri("https://acme.com").ToString()</c> ends with a <c>/</c>.</summary>
    private static OriginText? Whole(OriginText? uri) =>
        uri is not null && uri.Text.IndexOf(OriginCheck.Unknown) < 0 && EndOfAuthority(uri.Text) < 0 ? uri with { Text = uri.Text + "/" } : uri;

    private static OriginText? UpToPath(OriginText? uri) => uri is not null && EndOfAuthority(uri.Text) is >= 0 and var end ? uri with { Text = uri.Text.Substring(0, end) } : uri;

    private static int EndOfAuthority(string uri) => uri.IndexOfAny(['/', '\\', '?', '#'], uri.IndexOf(Delimiter, StringComparison.Ordinal) + Delimiter.Length);

    private static bool HasScheme(string text)
    {
        var delimiter = text.IndexOf(Delimiter, StringComparison.Ordinal);
        var unknown = text.IndexOf(OriginCheck.Unknown);
        return delimiter > 0 && (unknown < 0 || unknown > delimiter);
    }

    private static bool IsAuthority(IInvocationOperation call) => call.ArgumentFor(0)?.Unwrapped() is IFieldReferenceOperation { Field.Name: "Authority" };

    private static string? Constant(string field) => field switch
    {
        "UriSchemeHttp" => "http",
        "UriSchemeHttps" => "https",
        "UriSchemeFtp" => "ftp",
        "UriSchemeFile" => "file",
        "UriSchemeWs" => "ws",
        "UriSchemeWss" => "wss",
        "SchemeDelimiter" => Delimiter,
        _ => null,
    };

    private static bool IsUri(ITypeSymbol? type) => type is { Name: "Uri", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsBuilder(ITypeSymbol? type) => type is { Name: "UriBuilder", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
