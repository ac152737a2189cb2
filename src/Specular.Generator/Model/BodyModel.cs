namespace Specular.Generator.Model;

/// <summary>A request body.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="MediaType">Its media type, exactly.</param>
/// <param name="Name">The name of the parameter that takes it.</param>
/// <param name="Type">Its type, without <c>?</c>.</param>
/// <param name="Required">It has to be given.</param>
/// <param name="Nullable">Null is a value of its schema.</param>
/// <param name="Fields">The fields of a form or multipart body.</param>
/// <param name="Encodings">What is said of single fields.</param>
/// <param name="Documentation">What the description says of it.</param>
internal sealed record BodyModel(
    ContentKind Kind,
    string MediaType,
    string Name,
    TypeModel Type,
    bool Required,
    bool Nullable,
    EquatableArray<FormFieldModel> Fields,
    EquatableArray<EncodingModel> Encodings,
    string? Documentation);

/// <summary>How a body is written or read.</summary>
internal enum ContentKind
{
    Json,
    FormUrlEncoded,
    Multipart,
    Text,
    Binary,

    /// <summary>Server-sent events whose data are the items.</summary>
    EventData,

    /// <summary>Server-sent events that are themselves the items, with JSON data.</summary>
    Event,

    /// <summary>Server-sent events that are themselves the items, with text data.</summary>
    TextEvent,

    /// <summary>JSON values, one a line or behind a record separator.</summary>
    JsonLines,
}

/// <summary>A field of a form or multipart body.</summary>
/// <param name="Property">The property whose value it is.</param>
/// <param name="Style">How a list or an object is written; null where nothing is said.</param>
/// <param name="Explode">Each item or member is a field for itself.</param>
/// <param name="AsJson">It is sent as JSON text.</param>
/// <param name="ContentType">The media type of a part.</param>
internal sealed record FormFieldModel(PropertyModel Property, ParameterStyle? Style, bool Explode, bool AsJson, string? ContentType);

/// <summary>An Encoding Object (OpenAPI 3.1, section 4.8.15).</summary>
internal sealed record EncodingModel(string WireName, ParameterStyle? Style, bool Explode, string? ContentType);
