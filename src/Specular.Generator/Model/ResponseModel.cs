namespace Specular.Generator.Model;

/// <summary>A declared response: a case of the operation's result.</summary>
/// <param name="Status"><c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="CaseName">The name of the case.</param>
/// <param name="IsSuccess">It is a 2xx, or a <c>default</c> where no 2xx is declared.</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Content">How its body is read; null where it has none.</param>
/// <param name="Accept">The media type that asks for it; empty where it has no body.</param>
/// <param name="Type">The type of its body, without <c>?</c>; null where it has none.</param>
/// <param name="Nullable">Null is a value of its schema.</param>
/// <param name="Headers">Its typed headers.</param>
/// <param name="RequestId">How to get the server's id of the request out of the body, if it has one.</param>
/// <param name="ErrorTexts">The properties of the body that say what went wrong.</param>
internal sealed record ResponseModel(
    string Status,
    string CaseName,
    bool IsSuccess,
    string? Documentation,
    ContentKind? Content,
    string Accept,
    TypeModel? Type,
    bool Nullable,
    EquatableArray<ResponseHeaderModel> Headers,
    string? RequestId,
    EquatableArray<ErrorTextModel> ErrorTexts);

/// <summary>A typed header of a response.</summary>
internal sealed record ResponseHeaderModel(string WireName, string Name, TypeModel Type, string? Documentation);

/// <summary>A property of an error body with text for a message.</summary>
internal sealed record ErrorTextModel(string Property, bool IsList);
