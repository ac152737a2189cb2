using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>The C# that reads and writes a value of a type as JSON.</summary>
internal static class JsonCode
{
    /// <summary>An expression that reads a value on which the reader stands.</summary>
    public static string Read(TypeModel type, ClientContext client, string reader = "reader")
    {
                return type switch
        {
            TypeModel.Primitive { Kind: PrimitiveKind.Binary } => TypeText.Of(type, client) + ".ReadJson(ref " + reader + ")",
            TypeModel.Primitive { Kind: var kind } => "SpecularRuntime::JsonRead." + ReaderName(kind) + "(ref " + reader + ")",
            TypeModel.Named { Kind: NamedTypeKind.Enum, Companion: var companion } => "global::" + client.Namespace + "." + companion + ".ReadJson(ref " + reader + ")",
            TypeModel.Named { Name: var name } => "global::" + client.Namespace + "." + name + ".ReadJson(ref " + reader + ")",
            TypeModel.List { Item: var item, ItemNullable: var nullable } => "SpecularRuntime::JsonCollections.ReadList(ref " + reader + ", " + Reader(item, nullable, client) + ")",
            TypeModel.Map { Value: var value, ValueNullable: var nullable } => "SpecularRuntime::JsonCollections.ReadMap(ref " + reader + ", " + Reader(value, nullable, client) + ")",
            _ => "default",
        };
    }

    /// <summary>A delegate that reads a value: the method itself where there is one.</summary>
    public static string Reader(TypeModel type, bool nullable, ClientContext client)
    {
        if (!nullable)
        {
            var read = Read(type, client, "r");
            return type is TypeModel.List or TypeModel.Map
                ? "static (ref SystemJson::Utf8JsonReader r) => " + read
                : read.Substring(0, read.Length - "(ref r)".Length);
        }

        return "static (ref SystemJson::Utf8JsonReader r) => r.TokenType == SystemJson::JsonTokenType.Null ? ("
            + TypeText.Of(type, client, nullable: true) + ")null : " + Read(type, client, "r");
    }

    /// <summary>An expression statement, without its semicolon, that writes a value.</summary>
    public static string Write(TypeModel type, string value, ClientContext client, string writer = "writer")
    {
                return type switch
        {
            TypeModel.Primitive { Kind: var kind } => WritePrimitive(kind, value, writer),
            TypeModel.Named { Kind: NamedTypeKind.Enum, Companion: var companion } => "global::" + client.Namespace + "." + companion + ".WriteJson(" + writer + ", " + value + ")",
            TypeModel.Named => value + ".WriteJson(" + writer + ")",
            TypeModel.List { Item: var item, ItemNullable: var nullable } =>
                "SpecularRuntime::JsonCollections.WriteList(" + writer + ", " + value + ", " + Writer(item, nullable, client) + (nullable ? ", nullItems: true)" : ")"),
            TypeModel.Map { Value: var item, ValueNullable: var nullable } =>
                "SpecularRuntime::JsonCollections.WriteMap(" + writer + ", " + value + ", " + Writer(item, nullable, client) + (nullable ? ", nullValues: true)" : ")"),
            _ => "",
        };
    }

    /// <summary>A delegate that writes a value.</summary>
    public static string Writer(TypeModel type, bool nullable, ClientContext client)
    {
        if (!nullable)
            return "static (w, value) => " + Write(type, "value", client, "w");
        return "static (w, value) => { if (value is { } some) " + Write(type, "some", client, "w") + "; else w.WriteNullValue(); }";
    }

    /// <summary>The method of <c>Utf8JsonWriter</c> that writes a name and such a value at once, or null where there is none.</summary>
    public static string? WriterMethod(TypeModel type) => type is TypeModel.Primitive { Kind: var kind }
        ? kind switch
        {
            PrimitiveKind.Boolean => "WriteBoolean",
            PrimitiveKind.Int32 or PrimitiveKind.Int64 or PrimitiveKind.Decimal => "WriteNumber",
            PrimitiveKind.String or PrimitiveKind.Uuid => "WriteString",
            _ => null,
        }
        : null;

    private static string WritePrimitive(PrimitiveKind kind, string value, string writer) => kind switch
    {
        PrimitiveKind.Boolean => writer + ".WriteBooleanValue(" + value + ")",
        PrimitiveKind.Int32 or PrimitiveKind.Int64 or PrimitiveKind.Decimal => writer + ".WriteNumberValue(" + value + ")",
        PrimitiveKind.String or PrimitiveKind.Uuid => writer + ".WriteStringValue(" + value + ")",
        PrimitiveKind.Binary => value + ".WriteJson(" + writer + ")",
        _ => "SpecularRuntime::JsonWrite." + ReaderName(kind) + "(" + writer + ", " + value + ")",
    };

    private static string ReaderName(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.DateTime => "DateTimeOffset",
        PrimitiveKind.Uuid => "Guid",
        PrimitiveKind.Json => "Element",
        _ => kind.ToString(),
    };
}
