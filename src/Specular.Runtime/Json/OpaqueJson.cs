using System;
using System.Diagnostics;
using System.Text;

namespace Specular.Runtime;

/// <summary>A value that nobody looks into, byte for byte as it came. Its text is for debuggers alone, since there may be secrets in it.</summary>
[DebuggerDisplay("{Shown,nq}")]
internal readonly struct OpaqueJson : IEquatable<OpaqueJson>
{
    private readonly byte[] _utf8;

    private OpaqueJson(ReadOnlySpan<byte> utf8) => _utf8 = utf8.ToArray();

    private string Shown => Encoding.UTF8.GetString(_utf8);

    /// <summary>Reads a value of any kind.</summary>
    public static OpaqueJson Read(ref JsonInput json) => new(json.Raw());

    /// <summary>Reads an object.</summary>
    public static OpaqueJson ReadObject(ref JsonInput json) => json.Peek == '{' ? new(json.Raw()) : throw JsonErrors.Unexpected(ref json, "an object");

    /// <summary>Writes it.</summary>
    public void Write(ref JsonOutput json) => json.Raw(_utf8);

    /// <summary>Whether both are the same text but for spaces, of which there are more the deeper a value stands in another.</summary>
    public bool Equals(OpaqueJson other)
    {
        var (left, right) = (new Walk(_utf8), new Walk(other._utf8));
        int c;
        do
        {
            c = left.Next();
            if (c != right.Next()) return false;
        }
        while (c >= 0);
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OpaqueJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        var walk = new Walk(_utf8);
        for (var c = walk.Next(); c >= 0; c = walk.Next()) hash = unchecked(hash * 31 + c);
        return hash;
    }

    // Goes from byte to byte, past the spaces outside of strings; -1 at the end.
    private struct Walk(byte[] utf8)
    {
        private int _at;
        private bool _inString;
        private bool _isEscaped;

        public int Next()
        {
            while (!_inString && _at < utf8.Length && utf8[_at] <= ' ') _at++;
            if (_at == utf8.Length) return -1;
            var c = utf8[_at++];
            if (c == '"' && !_isEscaped) _inString = !_inString;
            _isEscaped = c == '\\' && !_isEscaped;
            return c;
        }
    }
}
