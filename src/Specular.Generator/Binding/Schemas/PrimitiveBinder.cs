using Specular.Generator.Model;

namespace Specular.Generator.Binding.Schemas;

/// <summary>The C# type of a value that is a number or a string, by its <c>format</c> (OpenAPI Format Registry).</summary>
internal static class PrimitiveBinder
{
    /// <param name="type"><see cref="JsonTypes.Integer"/>, <see cref="JsonTypes.Number"/> or <see cref="JsonTypes.String"/>.</param>
    /// <param name="format">Its <c>format</c>; one that is not known says nothing.</param>
    /// <param name="capabilities">What the consumer's framework has.</param>
    public static TypeModel Bind(JsonTypes type, string? format, Capabilities capabilities) => new TypeModel.Primitive(type switch
    {
        // Without a format an integer may be any: 64 bits hold what APIs send, 32 bits do not.
        JsonTypes.Integer => format switch
        {
            "int32" or "int16" or "int8" or "uint8" or "uint16" => PrimitiveKind.Int32,
            "uint64" => PrimitiveKind.Decimal,
            _ => PrimitiveKind.Int64,
        },
        JsonTypes.Number => format switch
        {
            "float" => PrimitiveKind.Single,
            "int32" => PrimitiveKind.Int32,
            "int64" => PrimitiveKind.Int64,
            "decimal" => PrimitiveKind.Decimal,
            _ => PrimitiveKind.Double,
        },
        _ => format switch
        {
            "date-time" => PrimitiveKind.DateTime,
            "date" when capabilities.HasDateOnly => PrimitiveKind.Date,
            "time" when capabilities.HasDateOnly => PrimitiveKind.Time,
            "uuid" => PrimitiveKind.Uuid,
            "byte" => PrimitiveKind.Bytes,
            "binary" => PrimitiveKind.Binary,

            // A uri stays the text that it is: System.Uri would add a slash to "https://acme.partner.com", which then is no origin any more.
            // So does a duration: a month has no length that a TimeSpan could hold.
            _ => PrimitiveKind.String,
        },
    });
}
