using System;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>
/// Where the parts of a description stand: its paths, components and webhooks, and whatever else its root has. After an edit within one of them, that one is
/// read, and of the others is known where they are now; they are read when somebody looks into them, which binding does for few.
/// </summary>
internal sealed class Outline
{
    // The compiler has it for as long as it is what the next text comes after.
    private readonly WeakReference<SourceText> _text;
    private readonly Entry _root;

    private Outline(SourceText text, Entry root) => (_text, _root) = (new WeakReference<SourceText>(text), root);

    /// <summary>The members of the root that are not one part, but hold many.</summary>
    public static bool IsMapOfParts(string name) => name is "paths" or "webhooks" or "x-webhooks";

    /// <param name="root">A description in JSON that was read as it stands, and about which there was nothing to say.</param>
    public static Outline Of(Node root) => new(root.File.Text, new Entry("", default, root.Span, root.Kind, Entries(root, static (name, value) => (name, value.Kind) switch
    {
        ("components", NodeKind.Object) => Entries(value, static (_, section) => section.Kind is NodeKind.Object ? Entries(section, static (_, _) => null) : null),
        (_, NodeKind.Object) when IsMapOfParts(name) => Entries(value, static (_, _) => null),
        _ => null,
    })));

    /// <summary>Reads the description after an edit; null where that has to be done from the start.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Its text, as one string.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ReadResult? Read(SourceFile file, string text, CancellationToken cancellationToken)
    {
        if (!_text.TryGetTarget(out var before))
            return null;
        var edit = TextEdit.Between(before, text);
        var changed = _root;
        while (changed is { Members: { } members })
            changed = Array.Find(members, member => edit.IsInside(member.Span));
        if (changed is null)
            return null;
        var reading = new Reading(file, new JsonDescriptionReader(file, text, cancellationToken), edit, changed);
        return reading.Read(_root, depth: 0) is { } root ? new ReadResult(root, []) { Edit = edit } : null;
    }

    private static Entry[] Entries(Node map, Func<string, Node, Entry[]?> inside)
    {
        var entries = new Entry[map.Members.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var (name, nameSpan, value) = map.Members[i];
            entries[i] = new Entry(name, nameSpan, value.Span, value.Kind, inside(name, value));
        }

        return entries;
    }

    /// <param name="Name">The name of a member.</param>
    /// <param name="NameSpan">Where that stands.</param>
    /// <param name="Span">Where its value stands.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Members">What it holds, where those are parts; null for a part.</param>
    private sealed record Entry(string Name, TextSpan NameSpan, TextSpan Span, NodeKind Kind, Entry[]? Members);

    private sealed class Reading(SourceFile file, JsonDescriptionReader reader, TextEdit edit, Entry changed)
    {
        public Node? Read(Entry entry, int depth)
        {
            var span = edit.Move(entry.Span);
            if (entry.Members is { } entries)
                return ReadMap(entries, span, depth + 1);

            // What did not change can be read, as it was.
            return entry.Kind is NodeKind.Object && !ReferenceEquals(entry, changed)
                ? Node.Unread(file, span, unread => reader.ReadPart(unread, depth) ?? throw new InvalidOperationException("What could be read before cannot be read any more"))
                : reader.ReadPart(span, depth);
        }

        private Node? ReadMap(Entry[] entries, TextSpan span, int depth)
        {
            var members = new Member[entries.Length];
            for (var i = 0; i < members.Length; i++)
            {
                if (Read(entries[i], depth) is not { } value)
                    return null;
                members[i] = new Member(entries[i].Name, edit.Move(entries[i].NameSpan), value);
            }

            return Node.Object(file, span, members, hasOwnPlace: true);
        }
    }
}
