using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>
/// Writes members that have to be there and may not be null. The name comes with the comma before it and the colon after it: <c>,"id":</c>.
/// All of this is inlined, for a name that is known in advance is copied in a few instructions.
/// </summary>
internal static class JsonRequired
{
    /// <summary>Writes a string.</summary>
    /// <exception cref="ArgumentException">It is null.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void String(ref JsonOutput json, ReadOnlySpan<byte> name, string value, object record, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value is null) throw JsonObjects.RequiredIsNull(record.GetType().Name, property);
        json.Raw(name);
        JsonWrite.String(ref json, value);
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Boolean(ref JsonOutput json, ReadOnlySpan<byte> name, bool value)
    {
        json.Raw(name);
        JsonWrite.Boolean(ref json, value);
    }

    /// <summary>Writes a whole number of 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Int32(ref JsonOutput json, ReadOnlySpan<byte> name, int value)
    {
        json.Raw(name);
        JsonWrite.Int32(ref json, value);
    }

    /// <summary>Writes a whole number of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Int64(ref JsonOutput json, ReadOnlySpan<byte> name, long value)
    {
        json.Raw(name);
        JsonWrite.Int64(ref json, value);
    }

    /// <summary>Writes a number of single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Single(ref JsonOutput json, ReadOnlySpan<byte> name, float value)
    {
        json.Raw(name);
        JsonWrite.Single(ref json, value);
    }

    /// <summary>Writes a number of double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Double(ref JsonOutput json, ReadOnlySpan<byte> name, double value)
    {
        json.Raw(name);
        JsonWrite.Double(ref json, value);
    }

    /// <summary>Writes a decimal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Decimal(ref JsonOutput json, ReadOnlySpan<byte> name, decimal value)
    {
        json.Raw(name);
        JsonWrite.Decimal(ref json, value);
    }

    /// <summary>Writes a date and time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DateTimeOffset(ref JsonOutput json, ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        json.Raw(name);
        JsonWrite.DateTimeOffset(ref json, value);
    }

#if NET8_0_OR_GREATER
    /// <summary>Writes a date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Date(ref JsonOutput json, ReadOnlySpan<byte> name, DateOnly value)
    {
        json.Raw(name);
        JsonWrite.Date(ref json, value);
    }

    /// <summary>Writes a time of day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Time(ref JsonOutput json, ReadOnlySpan<byte> name, TimeOnly value)
    {
        json.Raw(name);
        JsonWrite.Time(ref json, value);
    }
#endif

    /// <summary>Writes a UUID.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Guid(ref JsonOutput json, ReadOnlySpan<byte> name, Guid value)
    {
        json.Raw(name);
        JsonWrite.Guid(ref json, value);
    }

    /// <summary>Writes bytes.</summary>
    /// <exception cref="ArgumentException">It is null.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bytes(ref JsonOutput json, ReadOnlySpan<byte> name, byte[] value, object record, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value is null) throw JsonObjects.RequiredIsNull(record.GetType().Name, property);
        json.Raw(name);
        JsonWrite.Bytes(ref json, value);
    }

    /// <summary>Writes a value of any kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Element(ref JsonOutput json, ReadOnlySpan<byte> name, JsonElement value)
    {
        json.Raw(name);
        JsonWrite.Element(ref json, value);
    }
}
