using System;
using System.Collections.Generic;

namespace Specular.Generator.Reading.Swagger;

/// <summary>The media types that <c>consumes</c> and <c>produces</c> list.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";
    public const string OctetStream = "application/octet-stream";

    /// <summary>The names that an operation's own list has, else the file's list, else <paramref name="fallback"/>; with the place of each.</summary>
    public static IReadOnlyList<Node> Choose(Node? own, Node? shared, Node place, string fallback)
    {
        var list = Strings(own ?? shared);
        return list.Count > 0 ? list : [Node.Scalar(NodeKind.String, place.File, place.Span, fallback)];
    }

    /// <summary>Those media types of a list that a form can have.</summary>
    public static List<Node> Forms(IReadOnlyList<Node> list)
    {
        var forms = new List<Node>();
        foreach (var type in list)
        {
            if (Is(type.Text, Form) || Is(type.Text, Multipart))
                forms.Add(type);
        }

        return forms;
    }

    public static bool Is(string mediaType, string name) =>
        mediaType.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (mediaType.Length == name.Length || mediaType[name.Length] is ';' or ' ');

    private static List<Node> Strings(Node? list)
    {
        var strings = new List<Node>();
        foreach (var item in list?.Items ?? [])
        {
            if (item.Kind == NodeKind.String && !strings.Exists(other => other.Text == item.Text))
                strings.Add(item);
        }

        // Where the list is one name that is not in brackets, it is plain what is meant.
        if (list is { Kind: NodeKind.String })
            strings.Add(list);
        return strings;
    }
}
