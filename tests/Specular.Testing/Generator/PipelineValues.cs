using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Testing.Generator;

/// <summary>
/// Finds what a pipeline step must not hand on: objects that keep a whole compilation alive, or that are never equal to what they were.
/// Everything that a value holds is looked at, private fields of base types too.
/// </summary>
internal static class PipelineValues
{
    /// <summary>Each object that does not belong there, as the path of fields to it.</summary>
    public static IReadOnlyList<string> Misplaced(object? value, bool mayHoldText)
    {
        var found = new List<string>();
        Walk(value, "value", mayHoldText, new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Walk(object? value, string path, bool mayHoldText, HashSet<object> seen, List<string> found)
    {
        if (value is null or string or Type or DiagnosticDescriptor || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return;
        if (!value.GetType().IsValueType && !seen.Add(value))
            return;
        if (value is SourceText && mayHoldText)
            return;
        if (value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Diagnostic or AdditionalText or Location or SourceText or Delegate
            || value.GetType().Namespace is "Specular.Generator.Reading")
        {
            found.Add(path + " is a " + value.GetType());
            return;
        }

        if (value is Array array)
        {
            var index = 0;
            foreach (var item in (IEnumerable)array)
                Walk(item, path + "[" + index++ + "]", mayHoldText, seen, found);
            return;
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), path + "." + field.Name, mayHoldText, seen, found);
        }
    }
}
