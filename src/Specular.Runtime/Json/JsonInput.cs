using System;
using System.Runtime.CompilerServices;

namespace Specular.Runtime;

/// <summary>
/// Reads JSON (RFC 8259) from UTF-8 that is all there. It stands before a value, on its first byte, and behind it once that is read; what it refuses is a
/// <see cref="JsonReadException"/>. It keeps no tokens: who reads says what is due, which is all that the emitted readers need.
/// </summary>
internal ref partial struct JsonInput
{
    /// <summary>How deep arrays and objects may go: as deep as the stack of any thread holds.</summary>
    public const int MaxDepth = 256;

    private readonly ReadOnlySpan<byte> _text;
    private int _at;
    private int _depth;
    private int _name;

#if NET8_0_OR_GREATER
    // Strings by their first and last bytes: of those that share a place, the last. Names of members stand behind values, so that many of the ones,
    // which are all different, do not take the places of the others.
    private string?[]? _known;
    private int _knownBits;
    private int _luckOfValues;
    private int _luckOfNames;
#endif

    /// <param name="utf8">The text, without byte order mark.</param>
    public JsonInput(ReadOnlySpan<byte> utf8)
    {
        _text = utf8;
        Know();
        SkipSpace();
    }

    /// <summary>The offset, in bytes, of what is read next.</summary>
    public readonly int Position => _at;

    /// <summary>The first byte of what is read next; 0, which begins nothing, at the end.</summary>
    public readonly byte Peek
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)_at < (uint)_text.Length ? _text[_at] : (byte)0;
    }

    /// <summary>Enters an object and goes on to the value of its first member.</summary>
    /// <returns>Which of the names the member has, something negative for another, or <see cref="JsonNames.End"/> where there is none.</returns>
    public int Begin(JsonNames names)
    {
        if (Peek != '{') throw JsonErrors.Unexpected(ref this, "an object");
        Enter();
        if (PeekPastSpace() == '}') return Leave();
        return Member(names, 0);
    }

    /// <summary>Goes on from behind the value of a member to that of the next.</summary>
    /// <param name="names">The names that are known.</param>
    /// <param name="previous">What <see cref="Begin"/> or this method returned before.</param>
    /// <returns>As <see cref="Begin"/>.</returns>
    public int Next(JsonNames names, int previous)
    {
        var c = PeekPastSpace();
        if (c == ',')
        {
            _at++;
            PeekPastSpace();
            return Member(names, JsonNames.Slot(previous));
        }

        return c == '}' ? Leave() : throw Syntax();
    }

    /// <summary>Enters an object of which no name is known, and goes on to the value of its first member; false where there is none.</summary>
    public bool BeginMap(out string name)
    {
        name = "";
        if (Peek != '{') throw JsonErrors.Unexpected(ref this, "an object");
        Enter();
        if (PeekPastSpace() != '}') return Name(out name);
        Leave();
        return false;
    }

    /// <summary>Goes on from behind the value of a member to that of the next; false where there is none.</summary>
    public bool NextMember(out string name)
    {
        name = "";
        return More((byte)'}') && Name(out name);
    }

    /// <summary>Enters an array; true where there is an item to be read.</summary>
    public bool BeginArray()
    {
        if (Peek != '[') throw JsonErrors.Unexpected(ref this, "an array");
        Enter();
        if (PeekPastSpace() != ']') return true;
        Leave();
        return false;
    }

    /// <summary>Goes on from behind an item; true where there is another to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextItem() => More((byte)']');

    /// <summary>Reads null, where it is there; else stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull() => Peek == 'n' && Take("null"u8);

    /// <summary>Reads a literal that the first byte announces.</summary>
    public bool Take(ReadOnlySpan<byte> literal)
    {
        if (!_text.Slice(_at).StartsWith(literal)) throw Syntax();
        _at += literal.Length;
        return true;
    }

    /// <summary>Reads a value of any kind, and leaves it at that.</summary>
    public void Skip()
    {
        switch (Peek)
        {
            case (byte)'"':
                Content(0, out _);
                break;
            case (byte)'{':
                SkipObject();
                break;
            case (byte)'[':
                for (var more = BeginArray(); more; more = NextItem()) Skip();
                break;
            case (byte)'t':
                Take("true"u8);
                break;
            case (byte)'f':
                Take("false"u8);
                break;
            case (byte)'n':
                Take("null"u8);
                break;
            default:
                Number();
                break;
        }
    }

    /// <summary>Reads a value of any kind as the bytes that it is.</summary>
    public ReadOnlySpan<byte> Raw()
    {
        var start = _at;
        Skip();
        return Since(start);
    }

    /// <summary>What was read since a position.</summary>
    public readonly ReadOnlySpan<byte> Since(int start) => _text.Slice(start, _at - start);

    /// <summary>The name of the member whose value comes next, where that is none of the names that are known.</summary>
    public readonly string MemberName()
    {
        var name = this;
        name._at = _name;
        return name.NameText();
    }

    /// <inheritdoc cref="MemberName"/>
    public readonly ReadOnlySpan<byte> MemberUtf8()
    {
        var name = this;
        name._at = _name;
        return name.Utf8();
    }

    /// <summary>Which of the values the string has that comes next; it is read if it is one of them. Else something negative, and all stays as it is.</summary>
    public int Value(JsonNames values)
    {
        // Values come again and again.
        var index = values.Latest;
        var quoted = values.Quoted(index);
        if (quoted.Length > 0 && _text.Slice(_at).StartsWith(quoted))
        {
            _at += quoted.Length;
            return index;
        }

        if (Peek != '"') return -1;
        var start = _at;
        index = values.Find(Utf8());
        if (index < 0) _at = start;
        else values.Latest = index;
        return index;
    }

    /// <summary>Makes sure that nothing but white space follows.</summary>
    public void End()
    {
        SkipSpace();
        if (_at < _text.Length) throw Syntax();
    }

    /// <summary>What is wrong here is the grammar: <see cref="JsonBody"/> finds out what in particular.</summary>
    public readonly JsonReadException Syntax() => new("the value goes on after its end", _at) { IsSyntax = true };

    private void SkipObject()
    {
        Enter();
        if (PeekPastSpace() == '}')
        {
            Leave();
            return;
        }

        do
        {
            if (Peek != '"') throw Syntax();
            Content(0, out _);
            Colon();
            Skip();
        }
        while (More((byte)'}'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool More(byte closing)
    {
        var c = PeekPastSpace();
        if (c == ',')
        {
            _at++;
            PeekPastSpace();
            return true;
        }

        if (c != closing) throw Syntax();
        Leave();
        return false;
    }

    private void Enter()
    {
        if (++_depth > MaxDepth) throw Syntax();
        _at++;
    }

    private int Leave()
    {
        _depth--;
        _at++;
        return JsonNames.End;
    }

    // On the quote that opens a name. Names mostly come in the order of last time, and without a space before the colon.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Member(JsonNames names, int slot)
    {
        var index = names.Expected(slot, out var member);
        if (member.Length == 0 || !_text.Slice(_at).StartsWith(member)) return OtherMember(names, slot);
        _at += member.Length;
        PeekPastSpace();
        return index;
    }

    private bool Name(out string name)
    {
        if (Peek != '"') throw Syntax();
        name = NameText();
        Colon();
        return true;
    }

    private void Colon()
    {
        if (PeekPastSpace() != ':') throw Syntax();
        _at++;
        PeekPastSpace();
    }

    private int OtherMember(JsonNames names, int slot)
    {
        if (Peek != '"') throw Syntax();
        _name = _at;
        var index = names.Find(Utf8());
        Colon();
        if (index < 0) return JsonNames.Unknown(slot);
        names.Learn(slot, index);
        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte PeekPastSpace()
    {
        var c = Peek;
        if (c > ' ') return c;
        SkipSpace();
        return Peek;
    }

    private void SkipSpace()
    {
        var at = _at;
        while (at < _text.Length && _text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
        _at = at;
    }
}
