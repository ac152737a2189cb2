using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Keeps compilers that know no <c>required</c> off a constructor; frameworks before .NET 7 lack it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute : Attribute
{
    /// <param name="featureName">The feature that has to be known.</param>
    public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;

    /// <summary>The feature that has to be known.</summary>
    public string FeatureName { get; }
}
