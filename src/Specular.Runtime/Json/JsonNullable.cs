using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Reads values that may be null, and writes members that may, with their names as <see cref="JsonRequired"/> has them.</summary>
internal static class JsonNullable
{
    /// <summary>Reads a string, or null.</summary>
    public static string? String(ref JsonInput json) => json.IsNull() ? null : JsonRead.String(ref json);

    /// <summary>Writes a string, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void String(ref JsonOutput json, ReadOnlySpan<byte> name, string? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.String(ref json, some);
        else json.Null();
    }

    /// <summary>Reads <c>true</c> or <c>false</c>, or null.</summary>
    public static bool? Boolean(ref JsonInput json) => json.IsNull() ? null : JsonRead.Boolean(ref json);

    /// <summary>Writes <c>true</c> or <c>false</c>, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Boolean(ref JsonOutput json, ReadOnlySpan<byte> name, bool? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Boolean(ref json, some);
        else json.Null();
    }

    /// <summary>Reads a whole number of 32 bits, or null.</summary>
    public static int? Int32(ref JsonInput json) => json.IsNull() ? null : JsonRead.Int32(ref json);

    /// <summary>Writes a whole number of 32 bits, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Int32(ref JsonOutput json, ReadOnlySpan<byte> name, int? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Int32(ref json, some);
        else json.Null();
    }

    /// <summary>Reads a whole number of 64 bits, or null.</summary>
    public static long? Int64(ref JsonInput json) => json.IsNull() ? null : JsonRead.Int64(ref json);

    /// <summary>Writes a whole number of 64 bits, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Int64(ref JsonOutput json, ReadOnlySpan<byte> name, long? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Int64(ref json, some);
        else json.Null();
    }

    /// <summary>Reads a number of single precision, or null.</summary>
    public static float? Single(ref JsonInput json) => json.IsNull() ? null : JsonRead.Single(ref json);

    /// <summary>Writes a number of single precision, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Single(ref JsonOutput json, ReadOnlySpan<byte> name, float? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Single(ref json, some);
        else json.Null();
    }

    /// <summary>Reads a number of double precision, or null.</summary>
    public static double? Double(ref JsonInput json) => json.IsNull() ? null : JsonRead.Double(ref json);

    /// <summary>Writes a number of double precision, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Double(ref JsonOutput json, ReadOnlySpan<byte> name, double? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Double(ref json, some);
        else json.Null();
    }

    /// <summary>Reads a decimal number, or null.</summary>
    public static decimal? Decimal(ref JsonInput json) => json.IsNull() ? null : JsonRead.Decimal(ref json);

    /// <summary>Writes a decimal number, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Decimal(ref JsonOutput json, ReadOnlySpan<byte> name, decimal? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Decimal(ref json, some);
        else json.Null();
    }

    /// <summary>Reads a date and time, or null.</summary>
    public static DateTimeOffset? DateTimeOffset(ref JsonInput json) => json.IsNull() ? null : JsonRead.DateTimeOffset(ref json);

    /// <summary>Writes a date and time, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DateTimeOffset(ref JsonOutput json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.DateTimeOffset(ref json, some);
        else json.Null();
    }

#if NET8_0_OR_GREATER
    /// <summary>Reads a date, or null.</summary>
    public static DateOnly? Date(ref JsonInput json) => json.IsNull() ? null : JsonRead.Date(ref json);

    /// <summary>Writes a date, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Date(ref JsonOutput json, ReadOnlySpan<byte> name, DateOnly? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Date(ref json, some);
        else json.Null();
    }

    /// <summary>Reads a time of day, or null.</summary>
    public static TimeOnly? Time(ref JsonInput json) => json.IsNull() ? null : JsonRead.Time(ref json);

    /// <summary>Writes a time of day, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Time(ref JsonOutput json, ReadOnlySpan<byte> name, TimeOnly? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Time(ref json, some);
        else json.Null();
    }
#endif

    /// <summary>Reads a UUID, or null.</summary>
    public static Guid? Guid(ref JsonInput json) => json.IsNull() ? null : JsonRead.Guid(ref json);

    /// <summary>Writes a UUID, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Guid(ref JsonOutput json, ReadOnlySpan<byte> name, Guid? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Guid(ref json, some);
        else json.Null();
    }

    /// <summary>Reads bytes, or null.</summary>
    public static byte[]? Bytes(ref JsonInput json) => json.IsNull() ? null : JsonRead.Bytes(ref json);

    /// <summary>Writes bytes, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bytes(ref JsonOutput json, ReadOnlySpan<byte> name, byte[]? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Bytes(ref json, some);
        else json.Null();
    }

    /// <summary>Writes a value of any kind, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Element(ref JsonOutput json, ReadOnlySpan<byte> name, JsonElement? value)
    {
        json.Raw(name);
        if (value is { } some) JsonWrite.Element(ref json, some);
        else json.Null();
    }
}
