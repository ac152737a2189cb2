using System.Runtime.CompilerServices;

namespace Specular;

/// <summary>
/// Marks the few methods that every character of a description or every operation of a program goes through. A build often starts the compiler anew, and until
/// the run time has found out that they are worth it, most of the work is done by code that nobody has optimised.
/// </summary>
internal static class Hot
{
    /// <summary><c>MethodImplOptions.AggressiveOptimization</c>, which netstandard2.0 does not name; .NET Framework, which always optimises, ignores it.</summary>
    public const MethodImplOptions Path = (MethodImplOptions)512;
}
