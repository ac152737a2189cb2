using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>What the code fix has to do about a narrowing.</summary>
internal static class NarrowingShape
{
    /// <summary>The key of the shape among the properties of a diagnostic.</summary>
    public const string Key = "shape";

    /// <summary>The squiggle is under a cast.</summary>
    public const string Cast = "cast";

    /// <summary>The squiggle is under a value that becomes narrow without a cast.</summary>
    public const string Value = "value";

    /// <summary>The squiggle is under the name of the method that reads or converts.</summary>
    public const string Call = "call";

    /// <summary>The squiggle is under the constraint of a route.</summary>
    public const string Constraint = "constraint";

    /// <summary>The squiggle is under the narrow type itself.</summary>
    public const string Type = "type";

    /// <summary>The squiggle is under the name that is looked up; what is too small is elsewhere, and no fix reaches it.</summary>
    public const string Name = "name";
}

/// <summary>Makes the diagnostics of SPEC101.</summary>
internal static class Narrowing
{
    public const string CutsOff = "cuts it off";
    public const string Rounds = "rounds it";
    public const string CannotHold = "cannot hold it";

    public static Diagnostic Report(SyntaxNode node, string shape, IdValue id, ITypeSymbol narrow, bool truncates = false)
    {
        var verb = NarrowTypes.IsFloat(narrow) ? Rounds : truncates ? CutsOff : CannotHold;
        return Report(node.GetLocation(), shape, id, narrow.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), verb);
    }

    public static Diagnostic Report(Location place, string shape, IdValue id, string narrow, string verb) => Diagnostic.Create(
        Descriptors.NarrowedId,
        place,
        id.IsId ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
        additionalLocations: null,
        ImmutableDictionary<string, string?>.Empty.Add(NarrowingShape.Key, shape),
        id.Name,
        narrow,
        verb,
        id.IsId ? "id" : "integer");
}
