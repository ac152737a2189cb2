using System.ComponentModel;

namespace System.Diagnostics.CodeAnalysis;

/// <summary>What the compiler marks the copy constructor of a record with <c>required</c> properties with; frameworks before .NET 7 lack it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute
{
}
