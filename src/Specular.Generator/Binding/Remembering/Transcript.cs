using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Binding.Remembering;

/// <summary>How a unit was bound: done again, step by step, it leaves behind what binding it would, as long as each answer is the same.</summary>
/// <param name="Parts">All that was read for it.</param>
/// <param name="Names">The names of all parts, where one was looked for in vain.</param>
/// <param name="Steps">What it asked and did, in order; null where it cannot be done again.</param>
/// <param name="Reports">What there was to say.</param>
/// <param name="Result">What came of it.</param>
internal sealed record Transcript(Part[] Parts, TextHash? Names, Step[]? Steps, Report[] Reports, object? Result)
{
    /// <summary>All components were read for it.</summary>
    public bool NeedsComponents { get; init; }
}

/// <summary>A unit in the order of all.</summary>
/// <param name="Turn">Which it was; a unit that is bound since another one asked for it comes after that.</param>
/// <param name="Transcript">How it was bound.</param>
internal readonly record struct BoundUnit(int Turn, Transcript Transcript);

/// <summary>A diagnostic that was reported, whether or not it had been before.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Part">The part that it stands in, as the transcript counts them.</param>
/// <param name="Span">Where it stands, counted from the start of the part.</param>
/// <param name="OncePerKind">It is said once for all places.</param>
/// <param name="Arguments">What goes into the message.</param>
internal sealed record Report(DiagnosticDescriptor Descriptor, int Part, TextSpan Span, bool OncePerKind, string[] Arguments);
