using System;
using System.Text.RegularExpressions;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding;

/// <summary>What a media type (RFC 6838) means for how a body is written and read.</summary>
internal static class MediaTypes
{
    private const string Token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static readonly Regex s_token = new("^" + Token + "\\z", RegexOptions.CultureInvariant);

    private static readonly Regex s_sendable = new(
        "^" + Token + "/" + Token + "( *; *" + Token + "=(" + Token + "|\"[ !#-\\[\\]-~]*\"))*\\z", RegexOptions.CultureInvariant);

    private static readonly Regex s_charset = new(" *; *charset=[^;]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static ContentKind Kind(string mediaType)
    {
        var type = Bare(mediaType);
        if (type is "application/json" or "text/json" || type.EndsWith("+json", StringComparison.Ordinal) || IsWildcard(mediaType))
            return ContentKind.Json;
        if (type is "text/event-stream")
            return ContentKind.EventData;
        if (type is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonl" or "application/json-lines" or "application/jsonlines" or "application/json-seq")
            return ContentKind.JsonLines;
        if (type is "application/x-www-form-urlencoded")
            return ContentKind.FormUrlEncoded;
        if (type is "multipart/form-data")
            return ContentKind.Multipart;
        return type.StartsWith("text/", StringComparison.Ordinal) && !IsForeign(type) ? ContentKind.Text : ContentKind.Binary;
    }

    /// <summary>The same for content with a schema: text that the description calls binary, such as an export as CSV, is for a file and not for a string.</summary>
    public static ContentKind Kind(string mediaType, Node? schema) => Kind(mediaType) is var kind && kind is ContentKind.Text && schema is not null && SchemaKeywords.Format(schema) is "binary" ? ContentKind.Binary : kind;

    /// <summary>True for media types whose items are read one by one.</summary>
    public static bool IsStream(string mediaType) => Kind(mediaType) is ContentKind.EventData or ContentKind.JsonLines;

    /// <summary>True for <c>*/*</c> and <c>application/*</c>, which generators write that know no better; such bodies are JSON.</summary>
    public static bool IsWildcard(string mediaType) => Bare(mediaType) is "*/*" or "*" or "application/*" or "";

    /// <summary>True for text in a format that the client does not write or read itself, such as XML.</summary>
    public static bool IsForeign(string mediaType)
    {
        var type = Bare(mediaType);
        return type.EndsWith("+xml", StringComparison.Ordinal) || type is "application/xml" or "text/xml" or "application/yaml" or "application/msgpack" or "application/cbor" or "application/x-protobuf";
    }

    /// <summary>The media type that goes into the header.</summary>
    public static string Sent(string mediaType, ContentKind kind) => kind switch
    {
        ContentKind.Json when IsWildcard(mediaType) => "application/json",

        // Text is sent in UTF-8, whatever the description was written for.
        ContentKind.Text => (IsSendable(mediaType) ? s_charset.Replace(mediaType, "") : "text/plain") + "; charset=utf-8",
        _ => IsSendable(mediaType) ? mediaType : "application/octet-stream",
    };

    /// <summary>The media type that asks for such an answer (RFC 9110, section 12.5.1).</summary>
    public static string Accepted(string mediaType, ContentKind kind) =>
        IsSendable(mediaType) ? mediaType : kind is ContentKind.Json ? "application/json" : kind is ContentKind.Text ? "text/*" : "*/*";

    /// <summary>True where it can stand in a header: one type, no range, and its parameters (RFC 9110, section 8.3.1).</summary>
    public static bool IsSendable(string mediaType) => s_sendable.IsMatch(mediaType) && mediaType.IndexOf('*') < 0;

    /// <summary>True for a token (RFC 9110, section 5.6.2): the name of a method or of a header.</summary>
    public static bool IsToken(string text) => s_token.IsMatch(text);

    private static string Bare(string mediaType)
    {
        var parameters = mediaType.IndexOf(';');
        return (parameters < 0 ? mediaType : mediaType.Substring(0, parameters)).Trim().ToLowerInvariant();
    }
}
