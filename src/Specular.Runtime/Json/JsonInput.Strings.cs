using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Specular.Runtime;

/// <content>Strings: plain ones, which nearly all are, by themselves.</content>
internal ref partial struct JsonInput
{
    private const int StackChars = 256;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a string; the first byte is known to be its quote.</summary>
    /// <exception cref="JsonReadException">The text is not JSON, or not valid Unicode.</exception>
    public string Text() => TryPlain(out var plain) ? Value(plain) : OtherText(plain.Length);

    // The same for a name.
    private string NameText() => TryPlain(out var plain) ? Name(plain) : OtherText(plain.Length);

    // What stands between the quotes, if all of it is plain; else what of it is, and all stays.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlain(out ReadOnlySpan<byte> plain)
    {
        var start = _at + 1;
        var rest = _text.Slice(start);
        var length = JsonText.PlainLength(rest);
        plain = rest.Slice(0, length);
        if ((uint)length >= (uint)rest.Length || rest[length] != '"') return false;
        _at = start + length + 1;
        return true;
    }

    /// <summary>Reads a string as UTF-8, without its escapes; the first byte is known to be its quote. Whether it is valid Unicode is not looked at.</summary>
    public ReadOnlySpan<byte> Utf8()
    {
        var start = _at;
        var content = Content(0, out var escaped);
        return escaped ? Unescaped(content, start) : content;
    }

    // What stands between the quotes, of which the beginning is known to be plain. Control characters and escapes that JSON does not have are refused here.
    private ReadOnlySpan<byte> Content(int plain, out bool escaped)
    {
        escaped = false;
        var start = _at + 1;
        var at = start + plain;
        while (true)
        {
            at += JsonText.UnescapedLength(_text.Slice(at));
            if (at >= _text.Length) throw Syntax();
            if (_text[at] == '"') break;
            if (_text[at] != '\\' || !JsonText.TryEscape(_text.Slice(at), out _, out var length)) throw Syntax();
            escaped = true;
            at += length;
        }

        _at = at + 1;
        return _text.Slice(start, at - start);
    }

    private string OtherText(int plain)
    {
        var start = _at;
        var content = Content(plain, out var escaped);
        try
        {
            return escaped ? Unescape(content) : JsonText.GetString(s_utf8, content);
        }
        catch (ArgumentException)
        {
            throw NotUnicode(start);
        }
    }

    private static byte[] Unescaped(ReadOnlySpan<byte> content, int start)
    {
        try
        {
            return s_utf8.GetBytes(Unescape(content));
        }
        catch (ArgumentException)
        {
            throw NotUnicode(start);
        }
    }

    private static JsonReadException NotUnicode(int start) => new("the text is not valid Unicode", start);

    private static string Unescape(ReadOnlySpan<byte> content)
    {
        // No text has more characters than bytes.
        char[]? rented = null;
        Span<char> chars = content.Length <= StackChars ? stackalloc char[StackChars] : rented = ArrayPool<char>.Shared.Rent(content.Length);
        var written = 0;
        try
        {
            while (content.Length > 0)
            {
                var plain = content.IndexOf((byte)'\\');
                if (plain < 0) plain = content.Length;
                written += JsonText.GetChars(s_utf8, content.Slice(0, plain), chars.Slice(written));
                content = content.Slice(plain);
                if (content.Length == 0) break;
                written += Escape(ref content, chars.Slice(written));
            }

            return chars.Slice(0, written).ToString();
        }
        finally
        {
            if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        }
    }

    // One escape, or both that make up a surrogate pair; half of one is no text.
    private static int Escape(ref ReadOnlySpan<byte> content, scoped Span<char> chars)
    {
        JsonText.TryEscape(content, out chars[0], out var length);
        content = content.Slice(length);
        if (!char.IsSurrogate(chars[0])) return 1;
        if (char.IsLowSurrogate(chars[0]) || content.Length == 0 || content[0] != '\\'
            || !JsonText.TryEscape(content, out chars[1], out length) || !char.IsLowSurrogate(chars[1]))
        {
            throw new ArgumentException("half of a surrogate pair");
        }

        content = content.Slice(length);
        return 2;
    }
}
