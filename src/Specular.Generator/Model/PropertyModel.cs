namespace Specular.Generator.Model;

/// <summary>A property of a record.</summary>
/// <param name="WireName">Its name on the wire, exactly.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type, without <c>?</c>.</param>
/// <param name="Presence">Whether it may be absent, null, or both.</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Facts">Constraints and other facts.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
internal sealed record PropertyModel(
    string WireName,
    string Name,
    TypeModel Type,
    Presence Presence,
    string? Documentation,
    FactsModel Facts,
    bool Deprecated);
