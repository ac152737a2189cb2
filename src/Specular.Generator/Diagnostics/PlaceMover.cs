using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;

namespace Specular.Generator.Diagnostics;

/// <summary>
/// Moves diagnostics to where they are after an edit. To look for the lines of a large text takes longer than all else that an edit in it asks for, and of
/// places that were known before is known where they are now.
/// </summary>
/// <param name="edit">The edit.</param>
/// <param name="linesAdded">How many lines it adds.</param>
/// <param name="text">The text after it.</param>
internal sealed class PlaceMover(TextEdit edit, int linesAdded, string text)
{
    private int? _column;

    /// <summary>The diagnostics, each at its place; null where one is about the very line that was edited, and may mark another part of it now.</summary>
    /// <param name="diagnostics">Diagnostics of one file.</param>
    public IReadOnlyList<DiagnosticInfo>? Move(IReadOnlyList<DiagnosticInfo> diagnostics)
    {
        var moved = new DiagnosticInfo[diagnostics.Count];
        for (var i = 0; i < moved.Length; i++)
        {
            var diagnostic = diagnostics[i];
            if (diagnostic.Location is not { } location || location.Span.End < edit.Start)
                moved[i] = diagnostic;
            else if (IsHit(location))
                return null;
            else
                moved[i] = diagnostic with { Location = Move(location) };
        }

        return moved;
    }

    // What goes over several lines marks all of a value, which may be edited inside; what is in one line may be the beginning of a value.
    private bool IsHit(FileLocation location) => location.LineSpan.Start.Line == location.LineSpan.End.Line
        ? location.Span.Start <= edit.OldEnd
        : location.Span.Start <= edit.OldEnd && !(location.Span.Start < edit.Start && location.Span.End > edit.OldEnd);

    private FileLocation Move(FileLocation location) => new(
        location.Path, edit.Move(location.Span), new LinePositionSpan(Move(location.Span.Start, location.LineSpan.Start), Move(location.Span.End, location.LineSpan.End)));

    private LinePosition Move(int position, LinePosition before)
    {
        if (position <= edit.Start)
            return before;
        var startOfLine = position - before.Character;
        return startOfLine > edit.OldEnd
            ? new LinePosition(before.Line + linesAdded, before.Character)
            : new LinePosition(before.Line + linesAdded, (_column ??= edit.NewEnd - LineBreaks.StartOfLine(text, edit.NewEnd)) + position - edit.OldEnd);
    }
}
