using System;
using Specular.Generator.Model;

namespace Specular.Generator.Binding.Operations;

/// <summary>What a media type (RFC 6838) means for how a body is written and read.</summary>
internal static class MediaTypes
{
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
        _ => IsSendable(mediaType) ? mediaType : "application/octet-stream",
    };

    /// <summary>True where it can stand in a header: one type, no range, and printable ASCII only (RFC 9110, section 5.5).</summary>
    public static bool IsSendable(string mediaType)
    {
        foreach (var c in mediaType)
        {
            if (c is < ' ' or > '~')
                return false;
        }

        return mediaType.IndexOf('/') > 0 && mediaType.IndexOf('*') < 0;
    }

    private static string Bare(string mediaType)
    {
        var parameters = mediaType.IndexOf(';');
        return (parameters < 0 ? mediaType : mediaType.Substring(0, parameters)).Trim().ToLowerInvariant();
    }
}
