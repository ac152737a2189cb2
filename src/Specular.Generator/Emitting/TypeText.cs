using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Types as C# writes them. All are fully qualified: a schema may be called <c>Task</c> or <c>Uri</c>.</summary>
internal static class TypeText
{
    /// <summary>The type, without <c>?</c>.</summary>
    public static string Of(TypeModel type, ClientContext client) => type switch
    {
        TypeModel.Primitive { Kind: var kind } => OfPrimitive(kind, client),
        TypeModel.Named { Name: var name } => "global::" + client.Namespace + "." + name,
        TypeModel.List { Item: var item, ItemNullable: var nullable } =>
            "global::System.Collections.Generic.IReadOnlyList<" + Of(item, client, nullable) + ">",
        TypeModel.Sequence { Item: var item, ItemNullable: var nullable } =>
            "global::System.Collections.Generic.IAsyncEnumerable<" + Of(item, client, nullable) + ">",
        TypeModel.Map { Value: var value, ValueNullable: var nullable } =>
            "global::System.Collections.Generic.IReadOnlyDictionary<string, " + Of(value, client, nullable) + ">",
        _ => "object",
    };

    public static string Of(TypeModel type, ClientContext client, bool nullable) => Of(type, client) + (nullable ? "?" : "");

    /// <summary>The type of a property, with all that its presence adds.</summary>
    public static string Of(PropertyModel property, ClientContext client)
    {
        var type = Of(property.Type, client);
        return property.Presence switch
        {
            Presence.Required => type,
            Presence.OptionalNullable => "global::" + client.Namespace + "." + client.OptionalName + "<" + type + "?>",
            _ => type + "?",
        };
    }

    /// <summary>The type of the body of an answer: bytes are a stream there, which the caller reads and disposes.</summary>
    public static string OfAnswer(TypeModel type, ClientContext client, bool nullable = false) =>
        (type is TypeModel.Primitive { Kind: PrimitiveKind.Binary } ? "global::System.IO.Stream" : Of(type, client)) + (nullable ? "?" : "");

    private static string OfPrimitive(PrimitiveKind kind, ClientContext client) => kind switch
    {
        PrimitiveKind.Boolean => "bool",
        PrimitiveKind.Int32 => "int",
        PrimitiveKind.Int64 => "long",
        PrimitiveKind.Single => "float",
        PrimitiveKind.Double => "double",
        PrimitiveKind.Decimal => "decimal",
        PrimitiveKind.String => "string",
        PrimitiveKind.DateTime => "global::System.DateTimeOffset",
        PrimitiveKind.Date => "global::System.DateOnly",
        PrimitiveKind.Time => "global::System.TimeOnly",
        PrimitiveKind.Uuid => "global::System.Guid",
        PrimitiveKind.Bytes => "byte[]",
        PrimitiveKind.Binary => "global::" + client.Namespace + "." + client.Prefix + "File",
        _ => "SystemJson::JsonElement",
    };
}
