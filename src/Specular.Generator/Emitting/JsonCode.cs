using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>The C# that reads and writes a value of a type as JSON.</summary>
internal static class JsonCode
{
    /// <summary>An expression that reads the value that comes next.</summary>
    public static string Read(TypeModel type, ClientContext client) => type switch
    {
        TypeModel.List { Item: var item, ItemNullable: var nullable } => "SpecularRuntime::JsonCollections.ReadList(ref json, " + Reader(item, nullable, client) + ")",
        TypeModel.Map { Value: var value, ValueNullable: var nullable } => "SpecularRuntime::JsonCollections.ReadMap(ref json, " + Reader(value, nullable, client) + ")",
        _ => ReaderMethod(type, client) + "(ref json)",
    };

    /// <summary>A delegate that reads a value: the method itself where there is one.</summary>
    public static string Reader(TypeModel type, bool nullable, ClientContext client)
    {
        if (nullable)
            return Lambda("json.IsNull() ? (" + TypeText.Of(type, client, nullable: true) + ")null : " + Read(type, client));
        return type is TypeModel.List or TypeModel.Map ? Lambda(Read(type, client)) : ReaderMethod(type, client);

        static string Lambda(string read) => "static (ref SpecularRuntime::JsonInput json) => " + read;
    }

    /// <summary>An expression statement, without its semicolon, that writes a value.</summary>
    public static string Write(TypeModel type, string value, ClientContext client) => type switch
    {
        TypeModel.Named { Kind: NamedTypeKind.Record or NamedTypeKind.Union } or TypeModel.Primitive { Kind: PrimitiveKind.Binary } => value + ".WriteJson(ref json)",
        TypeModel.List { Item: var item, ItemNullable: var nullable } =>
            "SpecularRuntime::JsonCollections.WriteList(ref json, " + value + ", " + Writer(item, nullable, client) + (nullable ? ", nullItems: true)" : ")"),
        TypeModel.Map { Value: var item, ValueNullable: var nullable } =>
            "SpecularRuntime::JsonCollections.WriteMap(ref json, " + value + ", " + Writer(item, nullable, client) + (nullable ? ", nullValues: true)" : ")"),
        _ => WriterMethod(type, client) + "(ref json, " + Unwrap(value) + ")",
    };

    /// <summary>An expression that reads a value of which nothing is said but that it may be null.</summary>
    public static string ReadNullable(TypeModel type, ClientContext client) =>
        IsScalar(type) ? "SpecularRuntime::JsonNullable." + ReaderName(((TypeModel.Primitive)type).Kind) + "(ref json)" : "json.IsNull() ? null : " + Read(type, client);

    /// <summary>The method that writes a member of a scalar type, by the name that <paramref name="presence"/> has for its class; null where a type has none.</summary>
    public static string? MemberWriter(TypeModel type, string presence) => IsScalar(type) ? "SpecularRuntime::Json" + presence + "." + ReaderName(((TypeModel.Primitive)type).Kind) : null;

    // An argument needs no parentheses around it.
    private static string Unwrap(string expression) => expression[0] == '(' ? expression.Substring(1, expression.Length - 2) : expression;

    private static bool IsScalar(TypeModel type) => type is TypeModel.Primitive { Kind: not PrimitiveKind.Binary };

    /// <summary>A delegate that writes a value.</summary>
    public static string Writer(TypeModel type, bool nullable, ClientContext client)
    {
        if (!nullable && type is TypeModel.Primitive { Kind: not PrimitiveKind.Binary } or TypeModel.Named { Kind: NamedTypeKind.Enum })
            return WriterMethod(type, client);
        var parameters = "static (ref SpecularRuntime::JsonOutput json, " + TypeText.Of(type, client, nullable) + " value) => ";
        return parameters + (nullable ? "{ if (value is { } some) " + Write(type, "some", client) + "; else json.Null(); }" : Write(type, "value", client));
    }

    private static string ReaderMethod(TypeModel type, ClientContext client) => type switch
    {
        TypeModel.Primitive { Kind: PrimitiveKind.Binary } => TypeText.Of(type, client) + ".ReadJson",
        TypeModel.Primitive { Kind: var kind } => "SpecularRuntime::JsonRead." + ReaderName(kind),
        TypeModel.Named { Kind: NamedTypeKind.Enum, Companion: var companion } => "global::" + client.Namespace + "." + companion + ".ReadJson",
        TypeModel.Named { Name: var name } => "global::" + client.Namespace + "." + name + ".ReadJson",
        _ => "",
    };

    private static string WriterMethod(TypeModel type, ClientContext client) => type switch
    {
        TypeModel.Primitive { Kind: var kind } => "SpecularRuntime::JsonWrite." + ReaderName(kind),
        TypeModel.Named { Companion: var companion } => "global::" + client.Namespace + "." + companion + ".WriteJson",
        _ => "",
    };

    private static string ReaderName(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.DateTime => "DateTimeOffset",
        PrimitiveKind.Uuid => "Guid",
        PrimitiveKind.Json => "Element",
        _ => kind.ToString(),
    };
}
