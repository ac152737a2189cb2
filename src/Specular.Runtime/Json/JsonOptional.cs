using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Writes members that need not be there, with their names as <see cref="JsonRequired"/> has them.</summary>
internal static class JsonOptional
{
    /// <summary>Writes a string, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void String(ref JsonOutput json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.String(ref json, some);
    }

    /// <summary>Writes <c>true</c> or <c>false</c>, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Boolean(ref JsonOutput json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Boolean(ref json, some);
    }

    /// <summary>Writes a whole number of 32 bits, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Int32(ref JsonOutput json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Int32(ref json, some);
    }

    /// <summary>Writes a whole number of 64 bits, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Int64(ref JsonOutput json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Int64(ref json, some);
    }

    /// <summary>Writes a number of single precision, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Single(ref JsonOutput json, ReadOnlySpan<byte> name, float? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Single(ref json, some);
    }

    /// <summary>Writes a number of double precision, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Double(ref JsonOutput json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Double(ref json, some);
    }

    /// <summary>Writes a decimal number, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Decimal(ref JsonOutput json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Decimal(ref json, some);
    }

    /// <summary>Writes a date and time, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DateTimeOffset(ref JsonOutput json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.DateTimeOffset(ref json, some);
    }

#if NET8_0_OR_GREATER
    /// <summary>Writes a date, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Date(ref JsonOutput json, ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Date(ref json, some);
    }

    /// <summary>Writes a time of day, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Time(ref JsonOutput json, ReadOnlySpan<byte> name, TimeOnly? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Time(ref json, some);
    }
#endif

    /// <summary>Writes a UUID, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Guid(ref JsonOutput json, ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Guid(ref json, some);
    }

    /// <summary>Writes bytes, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bytes(ref JsonOutput json, ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Bytes(ref json, some);
    }

    /// <summary>Writes a value of any kind, or no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Element(ref JsonOutput json, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is not { } some) return;
        json.Raw(name);
        JsonWrite.Element(ref json, some);
    }
}
