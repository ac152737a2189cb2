using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Specular.Client.Tests;

/// <summary>One exchange over a bare socket: the request to the last byte, and an answer that no server framework would send.</summary>
public sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RawServer() => _listener.Start();

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Receives a request, writes the answer, and closes the connection.</summary>
    /// <returns>The request: head and body.</returns>
    public async Task<string> ExchangeAsync(string answer, CancellationToken cancellationToken)
    {
        using var connection = await _listener.AcceptTcpClientAsync(cancellationToken);
        var stream = connection.GetStream();
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(request.ToString()))
            request.Append(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, cancellationToken)));
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), cancellationToken);
        return request.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsWhole(string request)
    {
        const string Length = "\r\nContent-Length: ";
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var length = request.IndexOf(Length, StringComparison.Ordinal);
        var expected = length < 0 ? 0 : int.Parse(request.AsSpan(length + Length.Length, request.IndexOf('\r', length + 2) - length - Length.Length));
        return request.Length == end + 4 + expected;
    }
}
