using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Model;
using Specular.Generator.Naming;

namespace Specular.Generator.Binding.Operations;

/// <summary>Finds, by the names that APIs commonly use, the parts of an error body that belong in an exception's message.</summary>
internal static class ErrorTexts
{
    // RFC 9457 (problem details), RFC 6749 section 5.2 (OAuth), and what everybody else writes.
    private static readonly string[] s_texts = ["errors", "error", "message", "messages", "errormessage", "detail", "details", "title", "errordescription", "reason", "code", "errorcode"];
    private static readonly string[] s_requestIds = ["requestid", "xrequestid", "correlationid", "traceid"];

    /// <summary>The property with the server's id of the request, or null.</summary>
    public static string? RequestId(RecordModel record) =>
        Find(record, s_requestIds, property => IsText(property.Type)).FirstOrDefault()?.Name;

    /// <summary>The properties that say what went wrong, best first, at most three.</summary>
    public static IEnumerable<ErrorTextModel> Of(RecordModel record) =>
        Find(record, s_texts, property => IsText(property.Type) || IsTexts(property.Type)).Take(3).Select(property => new ErrorTextModel(property.Name, IsTexts(property.Type)));

    // In the order of the wanted names, and of equals in that of the record.
    private static IEnumerable<PropertyModel> Find(RecordModel record, string[] wanted, Func<PropertyModel, bool> fits) => record.Properties
        .Where(property => property.Presence is not Presence.OptionalNullable && fits(property))
        .Select(property => (Property: property, Rank: Array.IndexOf(wanted, Key(property.WireName))))
        .Where(found => found.Rank >= 0)
        .OrderBy(found => found.Rank)
        .Select(found => found.Property);

    private static bool IsText(TypeModel type) => type is TypeModel.Primitive { Kind: PrimitiveKind.String };

    private static bool IsTexts(TypeModel type) => type is TypeModel.List { ItemNullable: false } list && IsText(list.Item);

    private static string Key(string wireName) => string.Concat(Identifier.Words(wireName)).ToLowerInvariant();
}
