using System;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>The converter of an enum, which can also be the key of a user's own dictionary.</summary>
internal abstract class JsonEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromWireValue(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WritePropertyName(ToWireValue(value));

    /// <summary>The value for a text on the wire.</summary>
    protected abstract TEnum FromWireValue(string wireValue);

    /// <summary>The text of a value on the wire.</summary>
    protected abstract string ToWireValue(TEnum value);
}
