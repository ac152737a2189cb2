using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;

namespace Specular.Testing.Generator;

/// <summary>
/// Finds what a pipeline step must not hand on: objects that keep a whole compilation alive, or that are never equal to what they were.
/// Everything that a value holds is looked at, private fields of base types too.
/// </summary>
internal static class PipelineValues
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_fields = new();

    /// <summary>Each object that does not belong there, as the path of fields to it.</summary>
    public static IReadOnlyList<string> Misplaced(object? value, bool mayHoldText)
    {
        var found = new List<string>();
        Walk(value, "value", mayHoldText, new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    // Places in the text, and nothing of what stands there.
    private static bool IsOutline(Type type) => (type.IsArray ? type.GetElementType()! : type) is var held && (held.DeclaringType ?? held) == typeof(Outline);

    // Of a text or a number nothing can be said, and of the fields of a model most are that.
    private static FieldInfo[] FieldsOf(Type type) =>
    [
        .. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => field.FieldType != typeof(string) && !field.FieldType.IsPrimitive && !field.FieldType.IsEnum),
    ];

    private static void Walk(object? value, string path, bool mayHoldText, HashSet<object> seen, List<string> found)
    {
        if (value is null or string or Type or DiagnosticDescriptor || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return;
        if (!value.GetType().IsValueType && !seen.Add(value))
            return;
        if (value is SourceText && mayHoldText)
            return;
        if (value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Diagnostic or AdditionalText or Location or SourceText or Delegate
            || (value.GetType().Namespace is "Specular.Generator.Reading" && !IsOutline(value.GetType())))
        {
            found.Add(path + " is a " + value.GetType());
            return;
        }

        if (value is Array array)
        {
            if (array.GetType().GetElementType() is { } element && (element == typeof(string) || element.IsPrimitive || element.IsEnum))
                return;
            var index = 0;
            foreach (var item in (IEnumerable)array)
                Walk(item, path + "[" + index++ + "]", mayHoldText, seen, found);
            return;
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in s_fields.GetOrAdd(type, FieldsOf))
                Walk(field.GetValue(value), path + "." + field.Name, mayHoldText, seen, found);
        }
    }
}
