using System.Text;

namespace Specular.Client.Tests;

/// <summary>A request as it came in: the target before any decoding, and the bytes of the body.</summary>
public sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A header's value, or null where there is none.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
