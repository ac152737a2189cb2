using System.Globalization;
using System.Net.Http;

namespace Specular.Runtime;

/// <summary>A body is longer than the client is willing to hold. The type is that of <see cref="HttpClient"/>'s own limit.</summary>
internal sealed class ResponseTooLargeException : HttpRequestException
{
    /// <param name="limit">The limit that was exceeded, in bytes.</param>
    public ResponseTooLargeException(long limit)
        : base("The response is larger than the limit of " + limit.ToString(CultureInfo.InvariantCulture) + " bytes.") => Limit = limit;

    /// <summary>The limit that was exceeded, in bytes.</summary>
    public long Limit { get; }
}
