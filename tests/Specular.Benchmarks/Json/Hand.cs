using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Gong;

namespace Specular.Benchmarks.Json;

/// <summary>Writes a value, and says how many bytes it has.</summary>
internal delegate int HandWriter<in T>(Span<byte> json, T value);

/// <summary>What one writes by hand who wants nothing but speed: names with all that stands around them, and each value straight into the buffer.</summary>
internal static class Hand
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create("\"\\" + string.Concat(Enumerable.Range(0, 32).Select(c => (char)c)));

    public static int Write(Span<byte> json, IntegrationSettingsResponse value)
    {
        var at = 0;
        Raw(json, ref at, "{\"requestId\":"u8);
        Text(json, ref at, value.RequestId!);
        Raw(json, ref at, ",\"integrationId\":"u8);
        Number(json, ref at, value.IntegrationId!.Value);
        Raw(json, ref at, "}"u8);
        return at;
    }

    public static int Write(Span<byte> json, ErrorResponse value)
    {
        var at = 0;
        Raw(json, ref at, "{\"requestId\":"u8);
        Text(json, ref at, value.RequestId!);
        Raw(json, ref at, ",\"errors\":"u8);
        Texts(json, ref at, value.Errors!);
        Raw(json, ref at, "}"u8);
        return at;
    }

    public static int Write(Span<byte> json, ContactList value)
    {
        var at = 0;
        Raw(json, ref at, "{\"items\":["u8);
        var items = (Contact[])value.Items;
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) json[at++] = (byte)',';
            Write(json, ref at, items[i]);
        }

        Raw(json, ref at, "]"u8);
        if (value.Next is { } next)
        {
            Raw(json, ref at, ",\"next\":"u8);
            Text(json, ref at, next);
        }

        Raw(json, ref at, "}"u8);
        return at;
    }

    public static int Write(Span<byte> json, EventList value)
    {
        var at = 0;
        Raw(json, ref at, "{\"events\":["u8);
        var events = (Event[])value.Events;
        for (var i = 0; i < events.Length; i++)
        {
            if (i > 0) json[at++] = (byte)',';
            Write(json, ref at, events[i]);
        }

        Raw(json, ref at, "]}"u8);
        return at;
    }

    public static int Write(Span<byte> json, IReadOnlyDictionary<string, Point> value)
    {
        var at = 0;
        json[at++] = (byte)'{';
        foreach (var (name, point) in (Dictionary<string, Point>)value)
        {
            if (at > 1) json[at++] = (byte)',';
            Text(json, ref at, name);
            Raw(json, ref at, ":{\"x\":"u8);
            Number(json, ref at, point.X);
            Raw(json, ref at, ",\"y\":"u8);
            Number(json, ref at, point.Y);
            Raw(json, ref at, ",\"label\":"u8);
            Text(json, ref at, point.Label);
            if (point.On is { } on)
            {
                if (on) Raw(json, ref at, ",\"on\":true"u8);
                else Raw(json, ref at, ",\"on\":false"u8);
            }

            json[at++] = (byte)'}';
        }

        json[at++] = (byte)'}';
        return at;
    }

    private static void Write(Span<byte> json, ref int at, Contact value)
    {
        Raw(json, ref at, "{\"id\":"u8);
        Number(json, ref at, value.Id);
        Raw(json, ref at, ",\"key\":\""u8);
        Utf8Formatter.TryFormat(value.Key, json[at..], out var length);
        at += length;
        Raw(json, ref at, "\",\"name\":"u8);
        Text(json, ref at, value.Name);
        if (value.Email is { } email)
        {
            Raw(json, ref at, ",\"email\":"u8);
            Text(json, ref at, email);
        }

        Raw(json, ref at, ",\"status\":"u8);
        Raw(json, ref at, value.Status switch
        {
            Status.Lead => "\"lead\""u8,
            Status.Customer => "\"customer\""u8,
            Status.FormerCustomer => "\"former-customer\""u8,
            _ => "\"partner\""u8,
        });
        Raw(json, ref at, ",\"createdAt\":"u8);
        Time(json, ref at, value.CreatedAt);
        if (value.Birthday is { } birthday)
        {
            Raw(json, ref at, ",\"birthday\":\""u8);
            birthday.TryFormat(json[at..], out length, "O", CultureInfo.InvariantCulture);
            at += length;
            json[at++] = (byte)'"';
        }

        Raw(json, ref at, ",\"balance\":"u8);
        Number(json, ref at, value.Balance);
        if (value.Score is { } score)
        {
            Raw(json, ref at, ",\"score\":"u8);
            Utf8Formatter.TryFormat(score, json[at..], out length);
            at += length;
        }
        else
        {
            Raw(json, ref at, ",\"score\":null"u8);
        }

        if (value.Active) Raw(json, ref at, ",\"active\":true,\"address\":{\"street\":"u8);
        else Raw(json, ref at, ",\"active\":false,\"address\":{\"street\":"u8);
        Text(json, ref at, value.Address.Street);
        Raw(json, ref at, ",\"city\":"u8);
        Text(json, ref at, value.Address.City);
        if (value.Address.Zip is { } zip)
        {
            Raw(json, ref at, ",\"zip\":"u8);
            Text(json, ref at, zip);
        }

        Raw(json, ref at, ",\"country\":"u8);
        Text(json, ref at, value.Address.Country);
        Raw(json, ref at, "},\"tags\":"u8);
        Texts(json, ref at, value.Tags);
        if (value.Note is { } note)
        {
            Raw(json, ref at, ",\"note\":"u8);
            Text(json, ref at, note);
        }

        if (value.ManagerId is { } manager)
        {
            Raw(json, ref at, ",\"managerId\":"u8);
            Number(json, ref at, manager);
        }

        json[at++] = (byte)'}';
    }

    private static void Write(Span<byte> json, ref int at, Event value)
    {
        switch (value)
        {
            case Event.MessageSent { Value: var message }:
                Raw(json, ref at, "{\"type\":\"message\",\"id\":"u8);
                Head(json, ref at, message.Id, message.At);
                Raw(json, ref at, ",\"from\":"u8);
                Text(json, ref at, message.From);
                Raw(json, ref at, ",\"to\":"u8);
                Texts(json, ref at, message.To);
                Raw(json, ref at, ",\"text\":"u8);
                Text(json, ref at, message.Text);
                break;
            case Event.CallEnded { Value: var call }:
                Raw(json, ref at, "{\"type\":\"call\",\"id\":"u8);
                Head(json, ref at, call.Id, call.At);
                Raw(json, ref at, ",\"seconds\":"u8);
                Number(json, ref at, call.Seconds);
                Raw(json, ref at, ",\"participants\":["u8);
                var participants = (Participant[])call.Participants;
                for (var i = 0; i < participants.Length; i++)
                {
                    if (i == 0) Raw(json, ref at, "{\"name\":"u8);
                    else Raw(json, ref at, ",{\"name\":"u8);
                    Text(json, ref at, participants[i].Name);
                    if (participants[i].Role == Role.Host) Raw(json, ref at, ",\"role\":\"host\"}"u8);
                    else Raw(json, ref at, ",\"role\":\"guest\"}"u8);
                }

                json[at++] = (byte)']';
                break;
            case Event.TaskDone { Value: var task }:
                Raw(json, ref at, "{\"type\":\"task\",\"id\":"u8);
                Head(json, ref at, task.Id, task.At);
                Raw(json, ref at, ",\"title\":"u8);
                Text(json, ref at, task.Title);
                break;
            case Event.DealMoved { Value: var deal }:
                Raw(json, ref at, "{\"type\":\"deal\",\"id\":"u8);
                Head(json, ref at, deal.Id, deal.At);
                Raw(json, ref at, ",\"amount\":"u8);
                Number(json, ref at, deal.Amount);
                Raw(json, ref at, deal.Stage switch
                {
                    Stage.Open => ",\"stage\":\"open\""u8,
                    Stage.Won => ",\"stage\":\"won\""u8,
                    _ => ",\"stage\":\"lost\""u8,
                });
                break;
            case Event.Unknown:
                throw new NotSupportedException();
        }

        json[at++] = (byte)'}';
    }

    private static void Head(Span<byte> json, ref int at, long id, DateTimeOffset time)
    {
        Number(json, ref at, id);
        Raw(json, ref at, ",\"at\":"u8);
        Time(json, ref at, time);
    }

    private static void Raw(Span<byte> json, ref int at, ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(json[at..]);
        at += utf8.Length;
    }

    private static void Texts(Span<byte> json, ref int at, IReadOnlyList<string> values)
    {
        json[at++] = (byte)'[';
        var texts = (string[])values;
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0) json[at++] = (byte)',';
            Text(json, ref at, texts[i]);
        }

        json[at++] = (byte)']';
    }

    private static void Text(Span<byte> json, ref int at, ReadOnlySpan<char> text)
    {
        json[at++] = (byte)'"';
        int plain;
        while ((plain = text.IndexOfAny(s_escaped)) >= 0)
        {
            at += Encoding.UTF8.GetBytes(text[..plain], json[at..]);
            json[at++] = (byte)'\\';
            switch (text[plain])
            {
                case '"' or '\\':
                    json[at++] = (byte)text[plain];
                    break;
                case '\n':
                    json[at++] = (byte)'n';
                    break;
                case '\r':
                    json[at++] = (byte)'r';
                    break;
                case '\t':
                    json[at++] = (byte)'t';
                    break;
                default:
                    Raw(json, ref at, "u00"u8);
                    ((int)text[plain]).TryFormat(json[at..], out _, "x2", CultureInfo.InvariantCulture);
                    at += 2;
                    break;
            }

            text = text[(plain + 1)..];
        }

        at += Encoding.UTF8.GetBytes(text, json[at..]);
        json[at++] = (byte)'"';
    }

    private static void Number(Span<byte> json, ref int at, long value)
    {
        Utf8Formatter.TryFormat(value, json[at..], out var length);
        at += length;
    }

    private static void Number(Span<byte> json, ref int at, decimal value)
    {
        Utf8Formatter.TryFormat(value, json[at..], out var length);
        at += length;
    }

    // The "O" of .NET is fast and always has seven digits of a second, of which the zeros go.
    private static void Time(Span<byte> json, ref int at, DateTimeOffset value)
    {
        json[at++] = (byte)'"';
        if (value.Offset == TimeSpan.Zero)
        {
            Utf8Formatter.TryFormat(value.UtcDateTime, json[at..], out _, 'O');
            at += Trimmed(json[at..]);
            json[at++] = (byte)'Z';
        }
        else
        {
            Utf8Formatter.TryFormat(value, json[at..], out var length, 'O');
            var trimmed = Trimmed(json[at..]);
            json.Slice(at + 27, length - 27).CopyTo(json[(at + trimmed)..]);
            at += trimmed + length - 27;
        }

        json[at++] = (byte)'"';
    }

    private static int Trimmed(ReadOnlySpan<byte> time)
    {
        var length = 27;
        while (time[length - 1] == '0') length--;
        return time[length - 1] == '.' ? length - 1 : length;
    }
}
