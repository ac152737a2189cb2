namespace Specular.Runtime.Templates;

/// <summary>What a call has ended in. Each operation has a type of its own below this one, with a case for each answer that its description declares and one for any other.</summary>
public abstract class TemplateApiResult : global::Specular.Runtime.IApiResult
{
    // No member of a case, which is called after a header, can be called like this.
    internal readonly string _operation;

    internal TemplateApiResult(string operation, global::System.Net.HttpStatusCode statusCode, global::System.Net.Http.Headers.HttpResponseHeaders headers)
    {
        _operation = operation;
        StatusCode = statusCode;
        Headers = headers;
    }

    /// <summary>The status of the answer.</summary>
    public global::System.Net.HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the answer.</summary>
    public global::System.Net.Http.Headers.HttpResponseHeaders Headers { get; }

    global::System.Exception global::Specular.Runtime.IApiResult.ToException(global::System.Collections.Generic.IReadOnlyList<string> secrets) => ToException(secrets);

    internal virtual TemplateApiException ToException(global::System.Collections.Generic.IReadOnlyList<string> secrets) => TemplateApiException.Create(this, secrets);
}
