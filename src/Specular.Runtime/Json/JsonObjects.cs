using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>What the readers and writers of all records share.</summary>
internal static class JsonObjects
{
    /// <summary>Makes sure that the reader stands on an object, and says where that begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Start(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonErrors.Unexpected(ref reader, "an object");
        return reader.TokenStartIndex;
    }

    /// <summary>Goes on to the next member; false at the end of the object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps from the name of a member to its value, and tells whether that is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null;
    }

    /// <summary>A required property that is null when it is to be sent.</summary>
    public static ArgumentException RequiredIsNull(string type, string property) =>
        new("'" + type + "." + property + "' is required and may not be null; nothing was sent.");

    /// <summary>A list that has null among its items when it is to be sent.</summary>
    public static ArgumentException ItemIsNull(string type, string property) =>
        new("An item of '" + type + "." + property + "' is null, which the description does not allow; nothing was sent.");
}
