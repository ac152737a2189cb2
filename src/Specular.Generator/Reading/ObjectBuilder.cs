using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>
/// Holds the members of the objects that are being read, innermost last, and makes an object's array of members of them when it closes:
/// each name once, the last one wins, as JSON parsers do it (RFC 8259, section 4, leaves it open).
/// </summary>
internal sealed class ObjectBuilder(SourceFile file, Findings findings, bool hasOwnPlaces)
{
    private static readonly Member[] s_noMembers = [];

    private readonly List<Pending> _pending = [];
    private int _objects;

    public NameTable Names { get; } = new();

    /// <summary>How many members are held: where the next object's members will start.</summary>
    public int Mark => _pending.Count;

    public void Add(NameTable.Entry name, TextSpan nameSpan, Node value) => _pending.Add(new Pending(name, nameSpan, value, IsMerged: false));

    /// <summary>Adds a member that YAML's merge key brings in: any member of the object's own and any merged earlier goes before it.</summary>
    public void Merge(Member member) => _pending.Add(new Pending(Names.Intern(member.Name), member.NameSpan, member.Value, IsMerged: true));

    /// <summary>Makes an object of the members that were added since <paramref name="mark"/>.</summary>
    [MethodImpl(Hot.Path)]
    public Node Close(int mark, TextSpan span)
    {
        var dropped = DropDuplicates(mark);
        var members = _pending.Count - mark - dropped is var count and > 0 ? new Member[count] : s_noMembers;
        var next = 0;
        for (var i = mark; i < _pending.Count; i++)
        {
            var (name, nameSpan, value, isMerged) = _pending[i];
            if (name is not null)
                members[next++] = new Member(name.Text, nameSpan, value);
            else if (!isMerged)
                findings.Ignored(nameSpan, "This member is ignored: a later member of the same object has the same name");
        }

        _pending.RemoveRange(mark, _pending.Count - mark);
        return Node.Object(file, span, members, hasOwnPlaces);
    }

    private int DropDuplicates(int mark)
    {
        var id = ++_objects;
        var dropped = 0;
        for (var i = _pending.Count - 1; i >= mark; i--)
        {
            if (!_pending[i].IsMerged)
                Visit(i);
        }

        for (var i = mark; i < _pending.Count; i++)
        {
            if (_pending[i].IsMerged)
                Visit(i);
        }

        return dropped;

        void Visit(int i)
        {
            var name = _pending[i].Name!;
            if (name.LastObject == id)
            {
                _pending[i] = _pending[i] with { Name = null };
                dropped++;
            }

            name.LastObject = id;
        }
    }

    /// <param name="Name">The name; null once the member is dropped.</param>
    /// <param name="NameSpan">Where the name stands.</param>
    /// <param name="Value">The member's value.</param>
    /// <param name="IsMerged">Whether it comes from a merge key.</param>
    private readonly record struct Pending(NameTable.Entry? Name, TextSpan NameSpan, Node Value, bool IsMerged);
}
