using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Makes a case of each response that an operation declares (OpenAPI 3.1, sections 4.8.16 and 4.8.17).</summary>
internal sealed class ResponseBinder(BindingContext context, SchemaBinder schemas)
{
    private static readonly NameScope s_reservedMembers = new(StringComparer.Ordinal, "StatusCode", "Headers", "Body", "ToException", "FromAnswer", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals");

    /// <summary>True where a success comes as a stream of items as well as at once.</summary>
    public bool IsAlsoStream(Node operation) => schemas.Members(operation["responses"]).Any(declared =>
        declared.Name.StartsWith("2", StringComparison.Ordinal)
        && schemas.Resolve(declared.Value) is { } response
        && schemas.Content(response) is { Count: > 1 } content
        && content.Any(member => MediaTypes.IsStream(member.Name))
        && content.Any(member => !MediaTypes.IsStream(member.Name)));

    /// <param name="operation">The operation.</param>
    /// <param name="operationName">Its name in C#.</param>
    /// <param name="asStream">Of an answer that comes both ways, the stream is meant.</param>
    /// <param name="hasContent">False where the method has no answers with a body (HEAD: RFC 9110, section 9.3.2).</param>
    public IReadOnlyList<ResponseModel> Bind(Node operation, string operationName, bool asStream, bool hasContent)
    {
        var scope = new NameScope(s_reservedMembers, "Undeclared", operationName + "Result");

        // A case inherits the other cases as nested types; none of its headers may hide one.
        string[] cases = [.. schemas.Members(operation["responses"]).Select(declared => StatusNames.Normalize(declared.Name)).OfType<string>().Select(StatusNames.CaseName), "NoContent", "Undeclared"];
        var responses = new List<ResponseModel>();
        foreach (var declared in schemas.Members(operation["responses"]))
        {
            if (declared.Name.StartsWith("x-", StringComparison.Ordinal) || schemas.Resolve(declared.Value) is not { } response)
                continue;
            if (StatusNames.Normalize(declared.Name) is not { } status)
            {
                context.Diagnostics.Report(Descriptors.Ignored, declared.Value.File, declared.NameSpan, "'" + SchemaKeywords.Shown(declared.Name) + "' is no status code, no range like 4XX, and not 'default'; this response is left out");
                continue;
            }

            if (responses.Any(other => other.Status == status))
                continue;
            responses.Add(BindOne(status, response, operationName, scope, cases, asStream, hasContent));
        }

        // What is most specific decides: a code before its range, a range before "default".
        var ordered = responses.OrderBy(response => response.Status == "default" ? 2 : response.Status.EndsWith("XX", StringComparison.Ordinal) ? 1 : 0).ToList();
        if (!ordered.Exists(response => response.IsSuccess))
            ordered = [.. ordered.Select(response => response.Status == "default" ? response with { IsSuccess = true } : response)];

        // 204 is a success like the others of a range, but has no content (RFC 9110, section 15.3.5).
        if (ordered.Exists(response => response.IsSuccess && response.Type is not null && response.Status is "2XX" or "default") && !ordered.Exists(response => response.Status == "204"))
            ordered.Insert(0, NoContent);
        return ordered;
    }

    private static ResponseModel NoContent => new(
        "204", "NoContent", IsSuccess: true, null, Content: null, Accept: "", Type: null, Nullable: false, EquatableArray<ResponseHeaderModel>.Empty, RequestId: null, EquatableArray<ErrorTextModel>.Empty);

    /// <summary>What the throwing method returns: the body of the successes, where they agree about it.</summary>
    public static ResultModel Result(string name, IReadOnlyList<ResponseModel> responses)
    {
        var successes = responses.Where(response => response.IsSuccess).ToList();
        var types = successes.Where(response => response.Type is not null).Select(response => response.Type!).Distinct().ToList();
        var type = types.Count switch
        {
            0 => null,
            1 => types[0],

            // Two kinds of success: the caller has to look which.
            _ => new TypeModel.Named(name, NamedTypeKind.Union),
        };
        return new ResultModel(
            name,
            new EquatableArray<string>(successes.Select(response => response.CaseName)),
            type,
            types.Count == 1 && successes.Any(response => response.Type is null || response.Nullable));
    }

    /// <summary>Finds the parts of an error body that a message needs, once its record is bound.</summary>
    public static ResponseModel Complete(ResponseModel response, Func<string, SchemaModel?> declared)
    {
        if (response.IsSuccess || response.Type is not TypeModel.Named named || declared(named.Name) is not RecordModel record)
            return response;
        return response with
        {
            RequestId = ErrorTexts.RequestId(record),
            ErrorTexts = new EquatableArray<ErrorTextModel>(ErrorTexts.Of(record)),
        };
    }

    private ResponseModel BindOne(string status, Node response, string operationName, NameScope scope, string[] cases, bool asStream, bool hasContent)
    {
        var caseName = scope.Take(StatusNames.CaseName(status));
        ContentKind? kind = null;
        BoundType? body = null;
        var accept = "";
        if (response["links"] is { Members.Count: > 0 } links)
            context.Diagnostics.ReportOncePerKind(Descriptors.LeftToCaller, links, "Links are not followed; call the operation that they name");
        if (hasContent && status is not ("204" or "205" or "304") && schemas.Content(response) is { Count: > 0 } content)
        {
            var chosen = content.OrderBy(member => asStream && MediaTypes.IsStream(member.Name) ? -1 : Rank(member.Name)).First();
            var schema = chosen.Value["schema"];
            kind = MediaTypes.Kind(chosen.Name, schema is null ? null : schemas.Resolve(schema));
            if (kind is ContentKind.FormUrlEncoded or ContentKind.Multipart)
                kind = ContentKind.Binary;
            if (MediaTypes.IsForeign(chosen.Name))
                context.Diagnostics.ReportOncePerKind(Descriptors.LeftToCaller, chosen.Value, "'" + SchemaKeywords.Shown(chosen.Name) + "' is handed over as a stream");
            accept = MediaTypes.Accepted(chosen.Name, kind.Value);
            var isSuccess = status[0] is '2';
            var hint = new NameHint("", operationName + (isSuccess ? "Response" : caseName + "Response"));
            body = kind switch
            {
                ContentKind.Text => new BoundType(new TypeModel.Primitive(PrimitiveKind.String), Nullable: false),
                ContentKind.Binary => new BoundType(new TypeModel.Primitive(PrimitiveKind.Binary), Nullable: false),
                ContentKind.EventData or ContentKind.JsonLines => BindItems(chosen.Value, hint, ref kind),
                _ => schemas.Bind(schema, hint),
            };
            if (kind is ContentKind.Json && body.Value.Type is TypeModel.Primitive { Kind: PrimitiveKind.Binary })
                kind = ContentKind.Binary;
        }

        var headerScope = new NameScope(s_reservedMembers, [caseName, .. cases]);
        var headers = new List<ResponseHeaderModel>();
        foreach (var declared in schemas.Members(response["headers"]))
        {
            // OpenAPI 3.1, section 4.8.17.1: Content-Type is said by the content.
            if (string.Equals(declared.Name, "Content-Type", StringComparison.OrdinalIgnoreCase) || declared.Value.Kind is not NodeKind.Object || schemas.Resolve(declared.Value) is not { } header)
                continue;
            var pascal = Identifier.Pascal(declared.Name, "Header");
            var bound = schemas.Bind(header["schema"], new NameHint(operationName + caseName, pascal));
            headers.Add(new ResponseHeaderModel(declared.Name, headerScope.Take(pascal, pascal + "Header"), Textual(bound.Type), SchemaKeywords.NonEmptyText(header["description"])));
        }

        return new ResponseModel(
            status,
            caseName,
            status[0] is '2',
            SchemaKeywords.NonEmptyText(response["description"]),
            kind,
            accept,
            body?.Type,
            body?.Nullable ?? false,
            new EquatableArray<ResponseHeaderModel>(headers),
            RequestId: null,
            EquatableArray<ErrorTextModel>.Empty);
    }

    // OpenAPI 3.2, section 4.14.3: "itemSchema" describes an item; before it, "schema" was used for that.
    private BoundType BindItems(Node mediaType, NameHint hint, ref ContentKind? kind)
    {
        var schema = mediaType["itemSchema"] ?? mediaType["schema"];
        if (kind is ContentKind.JsonLines && mediaType["itemSchema"] is null && schema is not null && schemas.Resolve(schema)?["items"] is { } items)
            schema = items;
        var item = schemas.Bind(schema, hint);
        if (kind is ContentKind.EventData && schema is not null && schemas.Resolve(schema)?["properties"] is { Kind: NodeKind.Object } properties && IsEvent(properties))
        {
            var data = schemas.Resolve(properties["data"]!);
            var isText = data is not null && (SchemaKeywords.Types(data, context) & ~JsonTypes.Null) == JsonTypes.String;
            kind = isText ? ContentKind.TextEvent : ContentKind.Event;
        }

        return new BoundType(new TypeModel.Sequence(item.Type, item.Nullable), Nullable: false);
    }

    // The schema describes the whole event where it has the fields of one and no others (HTML Standard, section 9.2.6).
    private static bool IsEvent(Node properties) =>
        properties["data"] is not null && properties.Members.All(property => property.Name is "data" or "event" or "id" or "retry" or "comment");

    // A header is text; what it says beyond a single value is for the caller to take apart.
    private static TypeModel Textual(TypeModel type) => type switch
    {
        TypeModel.Primitive { Kind: PrimitiveKind.Boolean or PrimitiveKind.Int32 or PrimitiveKind.Int64 or PrimitiveKind.Double or PrimitiveKind.DateTime } => type,
        _ => new TypeModel.Primitive(PrimitiveKind.String),
    };

    private static int Rank(string mediaType) => MediaTypes.Kind(mediaType) switch
    {
        ContentKind.Json => MediaTypes.IsWildcard(mediaType) ? 1 : 0,
        ContentKind.EventData or ContentKind.JsonLines => 2,
        ContentKind.Text => 3,
        _ => 4,
    };
}
