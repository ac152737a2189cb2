using System;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Specular.Generator.Reading;

/// <summary>Makes spans of YamlDotNet's marks, which count the characters that the library was handed.</summary>
/// <param name="text">The text.</param>
/// <param name="origin">Where in it the library started.</param>
internal sealed class YamlPlaces(string text, int origin)
{
    /// <summary>Where the last thing that was read ends. YamlDotNet ends a block only where the next one starts.</summary>
    public int End { get; private set; }

    /// <summary>The span of an event that is no scalar, clipped to the text.</summary>
    public TextSpan Of(ParsingEvent @event) => Of(@event.Start, @event.End);

    public TextSpan Of(Mark start, Mark end)
    {
        var from = Offset(start);
        return TextSpan.FromBounds(from, Math.Max(from, Offset(end)));
    }

    public TextSpan OfAlias(AnchorAlias alias) => Reach(Of(alias));

    public TextSpan OfScalar(Scalar scalar)
    {
        var span = Of(scalar);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            // The library ends a block scalar behind the blank lines that follow it.
            var end = span.End;
            while (end > span.Start && text[end - 1] is ' ' or '\t' or '\r' or '\n')
                end--;
            span = TextSpan.FromBounds(span.Start, end);
        }

        return Reach(span);
    }

    /// <summary>The span of a sequence or a mapping, whose items have all been read.</summary>
    public TextSpan OfCollection(NodeEvent start, ParsingEvent end)
    {
        if (start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow })
        {
            // The library's last event of a flow collection stands before the bracket, and has no length.
            var bracket = Offset(end.Start);
            if (bracket < text.Length && text[bracket] is ']' or '}')
                End = Math.Max(End, bracket + 1);
        }

        var from = Offset(start.Start);
        return TextSpan.FromBounds(from, Math.Max(from, End));
    }

    private TextSpan Reach(TextSpan span)
    {
        End = Math.Max(End, span.End);
        return span;
    }

    private int Offset(Mark mark) => (int)Math.Min(mark.Index + origin, text.Length);
}
