using System.Collections.Generic;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying.Paths;

/// <summary>A JSONPath query (RFC 9535, section 2.1).</summary>
/// <param name="IsRelative">It begins with <c>@</c>, the value that a filter looks at, and not with <c>$</c>, the whole document.</param>
/// <param name="Segments">The steps from there on.</param>
internal sealed record PathQuery(bool IsRelative, IReadOnlyList<PathSegment> Segments)
{
    /// <summary>True where it can find one value at most (RFC 9535, section 2.3.5.1).</summary>
    public bool IsSingular
    {
        get
        {
            foreach (var segment in Segments)
            {
                if (segment.IsDescendant || segment.Selectors.Count != 1 || segment.Selectors[0] is not (PathSelector.Name or PathSelector.Index))
                    return false;
            }

            return true;
        }
    }
}

/// <summary>A step: to children, or to all descendants and from them to children (RFC 9535, section 2.5).</summary>
internal sealed record PathSegment(bool IsDescendant, IReadOnlyList<PathSelector> Selectors);

/// <summary>Which children a step goes to (RFC 9535, section 2.3).</summary>
internal abstract record PathSelector
{
    private PathSelector()
    {
    }

    public sealed record Name(string Text) : PathSelector;

    public sealed record Wildcard : PathSelector;

    /// <summary>An item of an array; from the end where it is negative.</summary>
    public sealed record Index(long Position) : PathSelector;

    public sealed record Slice(long? Start, long? End, long Step) : PathSelector;

    public sealed record Filter(PathFilter Condition) : PathSelector;
}

/// <summary>A condition (RFC 9535, section 2.3.5).</summary>
internal abstract record PathFilter
{
    private PathFilter()
    {
    }

    public sealed record Or(IReadOnlyList<PathFilter> Parts) : PathFilter;

    public sealed record And(IReadOnlyList<PathFilter> Parts) : PathFilter;

    public sealed record Not(PathFilter Part) : PathFilter;

    public sealed record Exists(PathQuery Query) : PathFilter;

    /// <param name="Operator"><c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</param>
    /// <param name="Left">What stands before it.</param>
    /// <param name="Right">What stands behind it.</param>
    public sealed record Comparison(string Operator, PathOperand Left, PathOperand Right) : PathFilter;

    /// <summary><c>match</c>, where the whole text has to fit, and <c>search</c>, where a part may.</summary>
    public sealed record Fits(PathOperand Value, PathOperand Pattern, bool Whole) : PathFilter;
}

/// <summary>Something that has a value, or none.</summary>
internal abstract record PathOperand
{
    private PathOperand()
    {
    }

    public sealed record Literal(NodeKind Kind, string Text) : PathOperand;

    /// <summary>What a singular query finds, and <c>value(…)</c> of any query.</summary>
    public sealed record Query(PathQuery Path) : PathOperand;

    public sealed record Length(PathOperand Of) : PathOperand;

    public sealed record Count(PathQuery Path) : PathOperand;
}
