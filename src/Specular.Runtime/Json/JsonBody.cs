using System;
using System.Globalization;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Reads a whole body. Whatever is wrong with it becomes one <see cref="JsonException"/> that tells what and where.</summary>
internal static class JsonBody
{
    /// <summary>The strict grammar of RFC 8259, as deep as it is read.</summary>
    public static readonly JsonReaderOptions Options = new()
    {
        MaxDepth = JsonInput.MaxDepth,
        CommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
    };

    /// <summary>How much of a parser's own message is kept, in characters: it repeats what the server sent.</summary>
    private const int LongestReason = 200;

    /// <summary>Reads one value and makes sure that nothing but white space follows it. A byte order mark is skipped.</summary>
    /// <exception cref="JsonException">The body is not JSON or does not fit the description; with path, line and place in the line.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8, JsonReader<T> read)
    {
        if (utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF) utf8 = utf8.Slice(3);
        var json = new JsonInput(utf8);
        try
        {
            var value = read(ref json);
            json.End();
            return value;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw Locate(e, utf8, json.Position);
        }
        finally
        {
            json.Dispose();
        }
    }

    /// <summary>The same error, with its place.</summary>
    private static JsonException Locate(Exception error, ReadOnlySpan<byte> utf8, int position)
    {
        if (IsBlank(utf8)) return At(error, "the body is empty", utf8, 0);
        if (error is not JsonReadException e) return At(error, Reason(error.Message), utf8, position);
        return e.IsSyntax && Syntax(utf8) is { LineNumber: long line, BytePositionInLine: long column } syntax
            ? At(syntax, Reason(syntax.Message), utf8, Offset(utf8, line, column))
            : At(e, e.Message, utf8, e.Position);
    }

    // What Utf8JsonReader has to say of the text: its words for what is wrong are well known.
    private static JsonException? Syntax(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
    }

    private static JsonException At(Exception inner, string reason, ReadOnlySpan<byte> utf8, long position)
    {
        var path = JsonPath.At(utf8, position);
        var before = utf8.Slice(0, (int)Math.Min(position, utf8.Length));
        var line = 0L;
        for (int end; (end = before.IndexOf((byte)'\n')) >= 0; line++) before = before.Slice(end + 1);
        var message = string.Format(
            CultureInfo.InvariantCulture, "{0}. Path: {1} | LineNumber: {2} | BytePositionInLine: {3}.", reason, path, line, before.Length);
        return new JsonException(message, path, line, before.Length, inner);
    }

    /// <summary>A parser's message without the place that it ends in, since that is told again, with the path.</summary>
    private static string Reason(string message)
    {
        var place = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        if (place >= 0) message = message.Substring(0, place);
        return Sanitized.Line(message.TrimEnd('.', ' '), LongestReason);
    }

    private static long Offset(ReadOnlySpan<byte> utf8, long line, long column)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = utf8.Slice(start).IndexOf((byte)'\n');
            if (end < 0) break;
            start += end + 1;
        }

        return Math.Min(start + column, utf8.Length);
    }

    private static bool IsBlank(ReadOnlySpan<byte> utf8)
    {
        foreach (var c in utf8)
        {
            if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return false;
        }

        return true;
    }
}
