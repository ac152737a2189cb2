using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Diagnostics;
using Specular.Generator.Overlaying.Paths;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying;

/// <summary>Reads the actions of an overlay document (OpenAPI Overlay 1.0 and 1.1).</summary>
internal static class OverlayReader
{
    /// <summary>The actions that can be carried out; for every other one there is a report.</summary>
    public static IReadOnlyList<OverlayAction> Read(Node root, ICollection<DiagnosticInfo> diagnostics)
    {
        var actions = new List<OverlayAction>();
        if (root["overlay"] is not { Kind: NodeKind.String or NodeKind.Number } version)
            Refuse(root, "it has no 'overlay', which states the version, and so is no overlay");
        else if (!IsKnown(version.Text))
            Refuse(version, "version '" + Shown(version.Text) + "' of overlays is not known; 1.0 and 1.1 are");
        else if (root["actions"] is not { Kind: NodeKind.Array, Items.Count: > 0 } declared)
            Refuse(root["actions"] ?? root, "it has no list of 'actions'");
        else
        {
            foreach (var action in declared.Items)
                Add(action);
        }

        return actions;

        void Add(Node action)
        {
            if (action["target"] is not { Kind: NodeKind.String } target)
            {
                Refuse(action["target"] ?? action, "an action is an object with a 'target'");
                return;
            }

            var remove = action["remove"] is { Kind: NodeKind.Boolean, Text: "true" };
            var copy = action["copy"] is { Kind: NodeKind.String } from ? from : null;
            var update = action["update"];
            if (!remove && copy is null && update is null)
                Refuse(action, "an action has an 'update', a 'copy' or 'remove: true'");
            else if (Parse(target) is { } query && (copy is null || Parse(copy) is not null))
                actions.Add(new OverlayAction(action, target, query, remove, copy is null ? null : Parse(copy), update));
        }

        PathQuery? Parse(Node text)
        {
            var query = PathParser.Parse(text.Text, out var error, out var position);
            if (query is null)
                diagnostics.Add(DiagnosticInfo.Create(Descriptors.InvalidOverlay, text.File.Locate(PlaceIn(text, position)), "'" + Shown(text.Text) + "' is no JSONPath: " + error));
            return query;
        }

        void Refuse(Node at, string why) => diagnostics.Add(DiagnosticInfo.Create(Descriptors.InvalidOverlay, at.File.Locate(Marked(at)), why));
    }

    /// <summary>What to mark of a value: a scalar as a whole, of anything longer its first line.</summary>
    public static TextSpan Marked(Node at)
    {
        var start = Math.Min(at.Span.Start, at.File.Text.Length);
        var line = at.File.Text.Lines.GetLineFromPosition(start);
        return TextSpan.FromBounds(start, Math.Max(start, Math.Min(at.Span.End, line.End)));
    }

    /// <summary>Text of an overlay as a message may show it.</summary>
    public static string Shown(string text) => Binding.Schemas.SchemaKeywords.Shown(text);

    // "1.0", "1.1.0" and, as YAML reads it without quotes, the number 1.0.
    private static bool IsKnown(string version) =>
        version is "1" or "1.0" or "1.1" || version.StartsWith("1.0.", StringComparison.Ordinal) || version.StartsWith("1.1.", StringComparison.Ordinal);

    // Exact where the file writes the text as it is; else the whole of it.
    private static TextSpan PlaceIn(Node text, int position)
    {
        var written = text.File.Text.ToString(TextSpan.FromBounds(Math.Min(text.Span.Start, text.File.Text.Length), Math.Min(text.Span.End, text.File.Text.Length)));
        var offset = written.IndexOf(text.Text, StringComparison.Ordinal);
        return offset is >= 0 and <= 2 ? new TextSpan(text.Span.Start + offset + position, position < text.Text.Length ? 1 : 0) : Marked(text);
    }
}
