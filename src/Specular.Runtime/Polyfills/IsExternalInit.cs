using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What the compiler marks <c>init</c> with; frameworks before .NET 5 lack it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit
{
}
