using System.Runtime.CompilerServices;

namespace Specular.Analyzers;

/// <summary>How methods are compiled.</summary>
internal static class Jit
{
    /// <summary>
    /// For the few methods that see every operation of a program: the slow code with which the runtime begins would serve most of a build. The runtime knows it as AggressiveOptimization;
    /// netstandard2.0 has no name for it.
    /// </summary>
    public const MethodImplOptions OptimizedAtOnce = (MethodImplOptions)512;
}
