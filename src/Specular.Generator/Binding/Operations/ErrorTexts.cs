using System.Collections.Generic;
using Specular.Generator.Binding.Naming;
using Specular.Generator.Model;

namespace Specular.Generator.Binding.Operations;

/// <summary>Finds, by the names that APIs commonly use, the parts of an error body that belong in an exception's message.</summary>
internal static class ErrorTexts
{
    // RFC 9457 (problem details), RFC 6749 section 5.2 (OAuth), and what everybody else writes.
    private static readonly string[] s_texts = ["errors", "error", "message", "messages", "errormessage", "detail", "details", "title", "errordescription", "reason", "code", "errorcode"];
    private static readonly string[] s_requestIds = ["requestid", "xrequestid", "correlationid", "traceid"];

    /// <summary>The property with the server's id of the request, or null.</summary>
    public static string? RequestId(RecordModel record)
    {
        foreach (var wanted in s_requestIds)
        {
            foreach (var property in record.Properties)
            {
                if (IsText(property.Type) && property.Presence is not Presence.OptionalNullable && Key(property.WireName) == wanted)
                    return property.Name;
            }
        }

        return null;
    }

    /// <summary>The properties that say what went wrong, best first, at most three.</summary>
    public static IReadOnlyList<ErrorTextModel> Of(RecordModel record)
    {
        var found = new List<ErrorTextModel>();
        foreach (var wanted in s_texts)
        {
            foreach (var property in record.Properties)
            {
                var isList = property.Type is TypeModel.List list && IsText(list.Item) && !list.ItemNullable;
                if (found.Count < 3 && property.Presence is not Presence.OptionalNullable && (isList || IsText(property.Type)) && Key(property.WireName) == wanted)
                    found.Add(new ErrorTextModel(property.Name, isList));
            }
        }

        return found;
    }

    private static bool IsText(TypeModel type) => type is TypeModel.Primitive { Kind: PrimitiveKind.String };

    private static string Key(string wireName) => string.Concat(Identifier.Words(wireName)).ToLowerInvariant();
}
