using System.Text.Json;

namespace Specular.Runtime;

/// <summary>JSON that does not fit the description. <see cref="JsonBody"/> turns it into an exception that also tells path and line.</summary>
internal sealed class JsonReadException : JsonException
{
    /// <param name="message">What is wrong, without path and line.</param>
    /// <param name="position">The offset, in bytes, of the token at fault.</param>
    public JsonReadException(string message, long position) : base(message) => Position = position;

    /// <summary>The offset, in bytes, of the token at fault.</summary>
    public long Position { get; }

    /// <summary>True where the text is no JSON.</summary>
    public bool IsSyntax { get; init; }
}
