using System.Diagnostics.CodeAnalysis;

namespace Specular.Generator.Reading;

/// <summary>Where a reference leads: to a target, or nowhere for a reason.</summary>
/// <param name="Target">The value that is referred to; null where there is none.</param>
/// <param name="Error">Why there is none, as the second part of SPEC003; null where there is one.</param>
/// <param name="IsMeant">It leads there as it was meant, not as it says.</param>
internal readonly record struct Resolution(Node? Target, string? Error, bool IsMeant = false)
{
    public static Resolution To(Node target) => new(target, null);

    public static Resolution Nowhere(string error) => new(null, error);

    public bool TryGetTarget([NotNullWhen(true)] out Node? target)
    {
        target = Target;
        return target is not null;
    }
}
