using System;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>Where one text differs from another: all before is the same, and all behind, which has moved.</summary>
/// <param name="Start">Where they begin to differ, in both.</param>
/// <param name="OldEnd">Where they are the same again, in the text before.</param>
/// <param name="Delta">How far what is behind has moved.</param>
internal readonly record struct TextEdit(int Start, int OldEnd, int Delta)
{
    private const int BlockLength = 16 * 1024;

    /// <summary>How many lines more the text after has; null where that is not known.</summary>
    public int? LinesAdded { get; private init; }

    /// <summary>Where the texts are the same again, in the text after.</summary>
    public int NewEnd => OldEnd + Delta;

    /// <summary>The smallest edit that makes one text of the other.</summary>
    public static TextEdit Between(SourceText before, string now)
    {
        var block = new char[BlockLength];
        var shorter = Math.Min(before.Length, now.Length);
        var same = 0;
        while (same < shorter)
        {
            var length = Math.Min(BlockLength, shorter - same);
            before.CopyTo(same, block, 0, length);
            var old = block.AsSpan(0, length);
            var next = now.AsSpan(same, length);
            if (!old.SequenceEqual(next))
            {
                var i = 0;
                while (old[i] == next[i])
                    i++;
                same += i;
                break;
            }

            same += length;
        }

        var rest = shorter - same;
        var behind = 0;
        while (behind < rest)
        {
            var length = Math.Min(BlockLength, rest - behind);
            before.CopyTo(before.Length - behind - length, block, 0, length);
            var old = block.AsSpan(0, length);
            var next = now.AsSpan(now.Length - behind - length, length);
            if (!old.SequenceEqual(next))
            {
                var i = 0;
                while (old[length - 1 - i] == next[length - 1 - i])
                    i++;
                behind += i;
                break;
            }

            behind += length;
        }

        var edit = new TextEdit(same, before.Length - behind, now.Length - before.Length);
        return edit with { LinesAdded = LinesBetween(before.ToString(TextSpan.FromBounds(same, edit.OldEnd)), now, edit) };
    }

    private static int? LinesBetween(string removed, string now, TextEdit edit)
    {
        // A line break of two characters that the edit makes or takes apart is left to those who count lines from the start.
        var added = now.AsSpan(edit.Start, edit.NewEnd - edit.Start);
        var isApart = (edit.Start > 0 && now[edit.Start - 1] == '\r') || (edit.NewEnd < now.Length && now[edit.NewEnd] == '\n' && (EndsWithReturn(removed.AsSpan()) || EndsWithReturn(added)));
        return isApart ? null : LineBreaks.In(added) - LineBreaks.In(removed.AsSpan());
    }

    private static bool EndsWithReturn(ReadOnlySpan<char> text) => text.Length > 0 && text[text.Length - 1] == '\r';

    /// <summary>True where the edit is between the first and the last character of a span of the text before.</summary>
    public bool IsInside(TextSpan old) => Start > old.Start && OldEnd < old.End;

    /// <summary>Where a span of the text before is now; no end of it is within what changed.</summary>
    public TextSpan Move(TextSpan old) => TextSpan.FromBounds(Move(old.Start), Move(old.End));

    /// <summary>Where a value starts now that started somewhere before; null where that is within what changed.</summary>
    public int? StartNow(int before) => before >= OldEnd ? before + Delta : before < Start ? before : null;

    /// <summary>Where a value started before that starts somewhere now; null where that is within what changed.</summary>
    public int? StartBefore(int now) => now >= NewEnd ? now - Delta : now < Start ? now : null;

    /// <summary>Where a part of the text after was before, if it was.</summary>
    /// <returns>False where some of it is new.</returns>
    public bool TryMoveBack(int start, int end, out int oldStart)
    {
        oldStart = start >= NewEnd ? start - Delta : start;
        return start >= NewEnd || end <= Start;
    }

    private int Move(int position) => position <= Start ? position : position + Delta;
}
