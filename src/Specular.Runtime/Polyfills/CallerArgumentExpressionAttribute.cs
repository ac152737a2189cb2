using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Has the compiler hand over the text of an argument; frameworks before .NET Core 3.0 lack it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
{
    /// <summary>The parameter whose argument is meant.</summary>
    public string ParameterName { get; } = parameterName;
}
