using System.Runtime.CompilerServices;

namespace Specular.Generator;

/// <summary>
/// Marks the few methods that every character or every node goes through. A build often starts the compiler anew, and until the run time has found out that
/// they are worth it, a large description is read and printed by code that nobody has optimised.
/// </summary>
internal static class Hot
{
    /// <summary><c>MethodImplOptions.AggressiveOptimization</c>, which netstandard2.0 does not name; .NET Framework, which always optimises, ignores it.</summary>
    public const MethodImplOptions Path = (MethodImplOptions)512;
}
