using System;
using System.IO;
using System.Net;
using System.Net.Http;

namespace Specular.Runtime;

/// <summary>An answer that breaks off: to the caller what a connection that breaks is, and what HttpClient makes of it where it buffers.</summary>
internal static class BrokenAnswer
{
    /// <summary>True for what a stream throws where the answer breaks off.</summary>
    public static bool Is(Exception exception) => exception is IOException or InvalidDataException;

    /// <summary>What the caller gets to see.</summary>
    public static HttpRequestException Of(Exception exception, HttpStatusCode? statusCode)
    {
        const string Text = "The answer broke off: ";
#if NET8_0_OR_GREATER
        var error = exception is HttpIOException { HttpRequestError: var known } ? known : HttpRequestError.Unknown;
        return new HttpRequestException(error, Text + exception.Message, exception, statusCode);
#else
        return new HttpRequestException(Text + exception.Message, exception);
#endif
    }
}
