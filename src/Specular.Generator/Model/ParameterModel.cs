namespace Specular.Generator.Model;

/// <summary>A parameter of an operation (OpenAPI 3.1, section 4.8.12).</summary>
/// <param name="WireName">Its name on the wire, exactly.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="In">Where it goes.</param>
/// <param name="Type">Its type, without <c>?</c>.</param>
/// <param name="Required">It has to be given.</param>
/// <param name="Style">How arrays and objects are written.</param>
/// <param name="Explode">Each item or member is written for itself.</param>
/// <param name="AllowReserved">Reserved characters are sent as they are.</param>
/// <param name="AsJson">It is sent as JSON text (<c>content</c> instead of <c>schema</c>).</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Facts">Constraints and other facts.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
/// <param name="OnlyMember">The member of its enum, where that has one alone: what is sent if the caller says nothing.</param>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterLocation In,
    TypeModel Type,
    bool Required,
    ParameterStyle Style,
    bool Explode,
    bool AllowReserved,
    bool AsJson,
    string? Documentation,
    FactsModel Facts,
    bool Deprecated,
    string? OnlyMember = null)
{
    /// <summary>The caller has to give it.</summary>
    public bool IsAsked => Required && OnlyMember is null;
}

/// <summary>Where a parameter goes.</summary>
internal enum ParameterLocation
{
    Path,
    Query,

    /// <summary>It is the whole query (OpenAPI 3.2, section 4.12.1).</summary>
    QueryString,
    Header,
    Cookie,
}

/// <summary>How a parameter is written (OpenAPI 3.1, section 4.8.12.3, "Style Values").</summary>
internal enum ParameterStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,

    /// <summary>Swagger 2.0's <c>tsv</c>, which later versions do not have.</summary>
    TabDelimited,
    DeepObject,
}
