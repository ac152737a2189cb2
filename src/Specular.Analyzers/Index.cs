using System.ComponentModel;

namespace System;

// The C# compiler asks for it where a list pattern is matched, and netstandard2.0 does not have it.
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct Index
{
    private readonly int _value;
    private readonly bool _fromEnd;

    public Index(int value, bool fromEnd = false)
    {
        _value = value;
        _fromEnd = fromEnd;
    }

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => _fromEnd ? length - _value : _value;
}
