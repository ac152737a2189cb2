using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What the compiler marks <c>required</c> with; frameworks before .NET 7 lack it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute
{
}
