namespace Specular.Runtime.Templates;

/// <summary>The server answered something else than success, or something that its description does not say.</summary>
public class TemplateApiException : global::System.Exception
{
    private const int MaxMessageText = 500;
    private const int MaxResponseText = 16_384;

    internal TemplateApiException(TemplateApiResult result, string? requestId, string message, string? responseText, global::System.Exception? innerException)
        : base(message, innerException)
    {
        Operation = result._operation;
        StatusCode = result.StatusCode;
        Headers = result.Headers;
        RetryAfter = global::Specular.Runtime.RetryAfter.Parse(result.Headers);
        RequestId = requestId;
        ResponseText = responseText;
    }

    /// <summary>The operation, as the description calls it.</summary>
    public string Operation { get; }

    /// <summary>The status of the answer.</summary>
    public global::System.Net.HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the answer.</summary>
    public global::System.Net.Http.Headers.HttpResponseHeaders Headers { get; }

    /// <summary>How long the server asks to wait (RFC 9110, section 10.2.3), or null where it does not.</summary>
    public global::System.TimeSpan? RetryAfter { get; }

    /// <summary>The server's own id of the request, where the body of the answer has one.</summary>
    public string? RequestId { get; }

    /// <summary>The body of the answer as text, where it is not what the description says; cut after 16,384 characters, credentials made unreadable.</summary>
    public string? ResponseText { get; }

    /// <summary>The exception for a declared answer with a body.</summary>
    internal static TemplateApiException<TError> Create<TError>(TemplateApiResult result, TError body, string? requestId, string? errors, global::System.Collections.Generic.IReadOnlyList<string> secrets) =>
        new(result, Safe(requestId, secrets), Describe(result, requestId, errors, secrets), body);

    /// <summary>The exception for a declared answer without a body.</summary>
    internal static TemplateApiException Create(TemplateApiResult result, global::System.Collections.Generic.IReadOnlyList<string> secrets) =>
        new(result, null, Describe(result, null, null, secrets), null, null);

    /// <summary>The exception for an answer that the description does not know.</summary>
    internal static TemplateApiException Undeclared(TemplateApiResult result, string? content, global::System.Exception? error, global::System.Collections.Generic.IReadOnlyList<string> secrets)
    {
        // Redacted before it is cut: half a secret would not be found.
        var text = content is null ? null : global::Specular.Runtime.Sanitized.Redact(content, secrets);
        var what = "The description does not know this status.";
        if (error is not null)
        {
            // What is wrong is told in the body's own words, cut and unescaped; where those may have a credential among them, it is not told.
            var tells = ReferenceEquals(text, content) && ReferenceEquals(global::Specular.Runtime.Sanitized.Redact(error.Message, secrets), error.Message);
            what = "The body is not what the description says" + (tells ? ": " + error.Message : ", and it repeats a credential.");
            error = tells ? error : null;
        }

        return new TemplateApiException(result, null, Describe(result, null, what, []), Cut(text), error);
    }

    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= MaxResponseText)
            return text;
        return text.Substring(0, char.IsHighSurrogate(text[MaxResponseText - 1]) ? MaxResponseText - 1 : MaxResponseText);
    }

    // What a server says goes into logs: one line, no control characters, no credential that it may have sent back.
    private static string Describe(TemplateApiResult result, string? requestId, string? errors, global::System.Collections.Generic.IReadOnlyList<string> secrets)
    {
        var statusCode = result.StatusCode;
        var message = new global::System.Text.StringBuilder(result._operation).Append(": ").Append((int)statusCode);

        // A status that .NET has no name for is its own name.
        if (statusCode.ToString() is { } name && !char.IsDigit(name[0]))
            message.Append(' ').Append(name);
        if (!string.IsNullOrEmpty(requestId))
            message.Append(" (request ").Append(Safe(requestId, secrets)).Append(')');
        if (!string.IsNullOrEmpty(errors))
            message.Append(": ").Append(Safe(errors, secrets));
        return message.ToString();
    }

    private static string? Safe(string? text, global::System.Collections.Generic.IReadOnlyList<string> secrets) => text is null ? null : global::Specular.Runtime.Sanitized.Line(global::Specular.Runtime.Sanitized.Redact(text, secrets), MaxMessageText);
}

/// <summary>The server answered with an error that its description declares.</summary>
/// <typeparam name="TError">The type of the body.</typeparam>
public sealed class TemplateApiException<TError> : TemplateApiException
{
    internal TemplateApiException(TemplateApiResult result, string? requestId, string message, TError body)
        : base(result, requestId, message, null, null) => Body = body;

    /// <summary>The body of the answer.</summary>
    public TError Body { get; }
}
