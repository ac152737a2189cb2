namespace Specular.Runtime.Templates;

/// <summary>Options of <c>TemplateClient</c>. They are read when the client is made.</summary>
public sealed partial class TemplateClientOptions
{
    private global::System.Uri? _baseAddress;
    private long _maxResponseContentLength = 256L * 1024 * 1024;

    /// <summary>The address that the paths of the operations are appended to; null for the <c>HttpClient</c>'s own, or else the description's server.</summary>
    /// <exception cref="global::System.ArgumentException">It is no absolute http or https address.</exception>
    public global::System.Uri? BaseAddress
    {
        get => _baseAddress;
        set
        {
            if (value is not null && (!value.IsAbsoluteUri || (value.Scheme != global::System.Uri.UriSchemeHttps && value.Scheme != global::System.Uri.UriSchemeHttp)))
                throw new global::System.ArgumentException("A base address is an absolute http or https address.", nameof(value));
            _baseAddress = value;
        }
    }

    /// <summary>Credentials may go over plain http to another machine. Those on this machine are always reached.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>The most bytes that are read of an answer which is not a stream; 256 MiB unless set. A longer one ends in an <c>HttpRequestException</c>.</summary>
    /// <exception cref="global::System.ArgumentOutOfRangeException">It is not positive.</exception>
    public long MaxResponseContentLength
    {
        get => _maxResponseContentLength;
        set => _maxResponseContentLength = value > 0 ? value : throw new global::System.ArgumentOutOfRangeException(nameof(value), "At least one byte has to be read.");
    }
}
