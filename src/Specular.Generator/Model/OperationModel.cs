using System.Collections.Generic;
using System.Linq;

namespace Specular.Generator.Model;

/// <summary>An operation of the description (OpenAPI 3.1, section 4.8.10) as two methods of the client.</summary>
/// <param name="Id"><c>operationId</c>, or the method and path where there is none: what messages call it.</param>
/// <param name="OperationId"><c>operationId</c>, if there is one.</param>
/// <param name="Name">The name of the method, without <c>Async</c>.</param>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path template, as the description writes it.</param>
/// <param name="PathParts">The path in pieces.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Documentation">Its description.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
/// <param name="Replacement">What it names in its place.</param>
/// <param name="Parameters">Its parameters in the order of the method.</param>
/// <param name="Body">Its request body.</param>
/// <param name="OtherBodies">Bodies of other media types and other C# types, each for an overload.</param>
/// <param name="Responses">Its responses, most specific first.</param>
/// <param name="Result">The type that has a case for each of them.</param>
/// <param name="Security">What it asks of the caller.</param>
/// <param name="Server">Its own server, where it has one that differs from the description's.</param>
internal sealed record OperationModel(
    string Id,
    string? OperationId,
    string Name,
    string Method,
    string Path,
    EquatableArray<PathPart> PathParts,
    string? Summary,
    string? Documentation,
    bool Deprecated,
    string? Replacement,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    EquatableArray<BodyModel> OtherBodies,
    EquatableArray<ResponseModel> Responses,
    ResultModel Result,
    SecurityModel Security,
    string? Server);

/// <summary>A piece of a path: text that is sent as it is, or the parameter whose value stands there.</summary>
internal sealed record PathPart(string Literal, string? Parameter);

/// <summary>What a caller has to show.</summary>
/// <param name="Authenticate">False where the description says that the operation needs nothing.</param>
/// <param name="Alternatives">One line each for the docs: the schemes and scopes that together suffice.</param>
internal sealed record SecurityModel(bool Authenticate, EquatableArray<string> Alternatives);

/// <summary>The closed type of an operation's outcomes.</summary>
/// <param name="Name">Its name in the client's namespace.</param>
/// <param name="SuccessCases">The cases whose body the throwing method returns.</param>
/// <param name="SuccessType">What the throwing method returns; null for nothing.</param>
/// <param name="SuccessNullable">A success may come without a body.</param>
internal sealed record ResultModel(string Name, EquatableArray<string> SuccessCases, TypeModel? SuccessType, bool SuccessNullable);

/// <summary>The operations of a tag, or those of them that share a file.</summary>
/// <param name="Name">The tag in C#.</param>
/// <param name="Operations">The operations.</param>
/// <param name="Class">The class that they are members of; null for the client itself.</param>
internal sealed record OperationGroupModel(string Name, EquatableArray<OperationModel> Operations, OperationClassModel? Class = null)
{
    /// <summary>The class has its constructor here, and its other parts elsewhere.</summary>
    public bool DeclaresClass { get; init; }
}

/// <summary>A file of operations.</summary>
/// <param name="Name">Its name, behind the client's.</param>
/// <param name="Groups">What it holds: of each class one group.</param>
internal sealed record OperationFileModel(string Name, EquatableArray<OperationGroupModel> Groups)
{
    /// <summary>Its operations, of whatever class.</summary>
    public IEnumerable<OperationModel> Operations => Groups.SelectMany(group => group.Operations);
}

/// <summary>A class for the operations of a tag.</summary>
/// <param name="Property">The client's property that gives it.</param>
/// <param name="Type">Its name.</param>
/// <param name="Tag">The tag, as the description writes it.</param>
/// <param name="Documentation">What the description says of it.</param>
internal sealed record OperationClassModel(string Property, string Type, string Tag, string? Documentation);
