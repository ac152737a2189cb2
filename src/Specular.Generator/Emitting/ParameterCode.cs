using System;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>The C# that makes text of parameters and form fields.</summary>
internal static class ParameterCode
{
    /// <summary>True where the value is a single text, rather than a list or an object.</summary>
    public static bool IsSingle(TypeModel type, bool asJson) => asJson || type is TypeModel.Primitive { Kind: not PrimitiveKind.Json } or TypeModel.Named { Kind: NamedTypeKind.Enum };

    /// <summary>True where only the value tells whether it is a single one, a list or an object.</summary>
    public static bool IsAny(TypeModel type, bool asJson) => !asJson && type is TypeModel.Primitive { Kind: PrimitiveKind.Json } or TypeModel.Named { Kind: NamedTypeKind.Union };

    /// <summary>True where the value is taken apart when it is there, rather than by the code that is emitted for its type.</summary>
    public static bool IsTakenApart(ParameterModel parameter) =>
        IsAny(parameter.Type, parameter.AsJson) || (parameter.Style is ParameterStyle.DeepObject && !IsSingle(parameter.Type, parameter.AsJson));

    /// <summary>An expression for a value as JSON text; null where it is null.</summary>
    public static string Json(TypeModel type, string value, bool required, ClientContext client, string some) => required
        ? "SpecularRuntime::JsonContents.Text(" + value + ", " + JsonCode.Writer(type, nullable: false, client) + ")"
        : value + " is { } " + some + " ? SpecularRuntime::JsonContents.Text(" + some + ", " + JsonCode.Writer(type, nullable: false, client) + ") : null";

    /// <summary>An expression for the text of a value that is not null.</summary>
    public static string Text(TypeModel type, string value, bool asJson, ClientContext client)
    {
                if (asJson)
            return "SpecularRuntime::JsonContents.Text(" + value + ", " + JsonCode.Writer(type, nullable: false, client) + ")";
        return type switch
        {
            TypeModel.Primitive { Kind: PrimitiveKind.String } => value,
            TypeModel.Primitive { Kind: PrimitiveKind.Json } => "SpecularRuntime::ParameterText.Json(" + value + ")",
            TypeModel.Primitive { Kind: not PrimitiveKind.Binary } => "SpecularRuntime::WireText.Format(" + value + ")",
            TypeModel.Named { Kind: NamedTypeKind.Enum, Companion: var companion } => "global::" + client.Namespace + "." + companion + ".ToWireValue(" + value + ")",
            TypeModel.Named { Kind: NamedTypeKind.Union } => "SpecularRuntime::ParameterText.Json(SpecularRuntime::JsonContents.Text(" + value + ", " + JsonCode.Writer(type, nullable: false, client) + "))",
            _ => "SpecularRuntime::JsonContents.Text(" + value + ", " + JsonCode.Writer(type, nullable: false, client) + ")",
        };
    }

    /// <summary>An expression for the text of a value that may be null: null where it is.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">The value.</param>
    /// <param name="asJson">It is sent as JSON text.</param>
    /// <param name="client">The client.</param>
    /// <param name="some">What the value is called where it is not null; nothing else in the method may be called so.</param>
    public static string OptionalText(TypeModel type, string value, bool asJson, ClientContext client, string some)
    {
        var text = Text(type, some, asJson, client);
        return text == some ? value : value + " is { } " + some + " ? " + text + " : null";
    }

    /// <summary>An expression for the texts of a list, or for the names and texts of an object's members.</summary>
    public static string Texts(TypeModel type, string value, ClientContext client)
    {
                return type is TypeModel.List { Item: var item, ItemNullable: var nullable }
            ? "SpecularRuntime::ParameterText.List(" + value + ", static item => " + Item(item, nullable, client) + (nullable ? ", nullItems: true)" : ")")
            : "SpecularRuntime::ParameterText.Members(" + value + ", " + JsonCode.Writer(type, nullable: false, client) + ")";
    }

    private static string Item(TypeModel item, bool nullable, ClientContext client) =>
        nullable ? OptionalText(item, "item", asJson: false, client, "some") + " ?? \"\"" : Text(item, "item", asJson: false, client);

    public static string Bool(bool value) => value ? "true" : "false";

    public static string Style(ParameterModel parameter, ClientContext client) =>
        "SpecularRuntime::" + (parameter.In is ParameterLocation.Path ? "PathStyle." : "QueryStyle.") + Enum.GetName(typeof(ParameterStyle), parameter.Style);
}
