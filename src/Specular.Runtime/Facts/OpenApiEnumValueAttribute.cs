using System;

namespace Specular.Runtime;

/// <summary>The value on the wire that an enum member stands for.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class OpenApiEnumValueAttribute : Attribute
{
    /// <param name="wireValue">The value on the wire, exactly.</param>
    public OpenApiEnumValueAttribute(string wireValue) => WireValue = wireValue;

    /// <summary>The value on the wire, exactly.</summary>
    public string WireValue { get; }
}
