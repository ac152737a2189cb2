using System.Runtime.CompilerServices;

namespace Specular.Generator.Naming;

/// <summary>FNV-1a, 32 bit: the same on every machine and in every run, which <see cref="string.GetHashCode()"/> is not.</summary>
internal static class StableHash
{
    [MethodImpl(Hot.Path)]
    public static uint Of(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }
}
