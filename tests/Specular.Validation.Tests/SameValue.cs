using System.Collections;
using System.Text.Json;

namespace Specular.Validation.Tests;

/// <summary>Compares values by what they hold, as no <c>Equals</c> does for lists.</summary>
internal static class SameValue
{
    /// <summary>Where the values differ, as a path; null where they do not.</summary>
    public static string? Difference(object? left, object? right, string path = "$")
    {

        // Members that the description does not list are there or not; a map of none is none.
        if (left is null || right is null)
            return ReferenceEquals(left, right) || (path.EndsWith(".AdditionalProperties", StringComparison.Ordinal) && left is IDictionary { Count: 0 }) ? null : path;
        if (left is JsonElement leftElement && right is JsonElement rightElement)
            return JsonElement.DeepEquals(leftElement, rightElement) ? null : path;
        if (left is IDictionary leftMap && right is IDictionary rightMap)
            return leftMap.Count != rightMap.Count ? path : First(leftMap.Keys.Cast<string>(), key => Difference(leftMap[key], rightMap[key], path + "." + key));
        if (left is not string && left is IEnumerable leftItems && right is IEnumerable rightItems)
        {
            var (ones, others) = (leftItems.Cast<object?>().ToList(), rightItems.Cast<object?>().ToList());
            return ones.Count != others.Count ? path : First(Enumerable.Range(0, ones.Count), i => Difference(ones[i], others[i], path + "[" + i + "]"));
        }

        var type = left.GetType();
        if (type.BaseType is { IsAbstract: true } union && union != typeof(ValueType) && union != typeof(Enum))
            return Case(left, right, union, path);
        if (type != right.GetType())
            return path;
        if (type.GetProperty("Content") is { } content && content.PropertyType == typeof(Stream))
            return ((MemoryStream)content.GetValue(left)!).ToArray().AsSpan().SequenceEqual(((MemoryStream)content.GetValue(right)!).ToArray()) ? null : path;
        return type.Namespace == nameof(System) || type.IsEnum
            ? Equals(left, right) ? null : path
            : First(type.GetProperties(), property => Difference(property.GetValue(left), property.GetValue(right), path + "." + property.Name));
    }

    // A value may be one of several types; then it is enough that it is written as it came.
    private static string? Case(object left, object right, Type union, string path) => left.GetType() == right.GetType()
        ? Difference(left.GetType().GetProperty("Value")!.GetValue(left), left.GetType().GetProperty("Value")!.GetValue(right), path)
        : JsonElement.DeepEquals(JsonDocument.Parse(ClientJson.Write(left, union)).RootElement, JsonDocument.Parse(ClientJson.Write(right, union)).RootElement) ? null : path;

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> difference) => items.Select(difference).FirstOrDefault(found => found is not null);
}
