namespace Specular.Runtime.Templates;

/// <summary>Bytes that are sent as they are: a file of a form, or a whole body.</summary>
public sealed class TemplateFile
{
    private static readonly global::System.Text.UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private string? _text;

    /// <summary>A file.</summary>
    /// <param name="content">Its bytes. The stream is read once, from where it stands, and closed when the call ends.</param>
    /// <param name="fileName">Its name, if the server shall know it.</param>
    /// <param name="contentType">Its media type; null for the one that the description gives.</param>
    /// <exception cref="global::System.ArgumentNullException">There is no content.</exception>
    /// <exception cref="global::System.FormatException">The media type is none (RFC 9110, section 8.3.1).</exception>
    public TemplateFile(global::System.IO.Stream content, string? fileName = null, string? contentType = null)
    {
        Content = content ?? throw new global::System.ArgumentNullException(nameof(content));
        ContentType = contentType is null ? null : global::System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType).ToString();
        FileName = fileName;
    }

    /// <summary>Its bytes.</summary>
    public global::System.IO.Stream Content { get; }

    /// <summary>Its name, if the server shall know it.</summary>
    public string? FileName { get; }

    /// <summary>Its media type; null for the one that the description gives.</summary>
    public string? ContentType { get; }

    /// <summary>Bytes in memory as a file without a name.</summary>
    public static implicit operator TemplateFile(byte[] content) =>
        new(new global::System.IO.MemoryStream(content ?? throw new global::System.ArgumentNullException(nameof(content)), writable: false));

    internal global::System.Net.Http.HttpContent ToContent(string declaredType) => new global::System.Net.Http.StreamContent(Content)
    {
        Headers = { ContentType = global::System.Net.Http.Headers.MediaTypeHeaderValue.Parse(ContentType ?? declaredType) },
    };

    // JSON has no bytes: where a description says "binary" in JSON, it means text.
    internal static TemplateFile ReadJson(ref global::Specular.Runtime.JsonInput json) =>
        global::System.Text.Encoding.UTF8.GetBytes(global::Specular.Runtime.JsonRead.String(ref json));

    internal void WriteJson(ref global::Specular.Runtime.JsonOutput json) => json.String(_text ??= ReadText());

    private string ReadText()
    {
        using var bytes = new global::System.IO.MemoryStream();
        Content.CopyTo(bytes);
        try
        {
            return s_utf8.GetString(bytes.ToArray());
        }
        catch (global::System.Text.DecoderFallbackException exception)
        {
            throw new global::System.ArgumentException("Bytes that are no UTF-8 text cannot be sent in JSON; nothing was sent.", exception);
        }
    }
}
