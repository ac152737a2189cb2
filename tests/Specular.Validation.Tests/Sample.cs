namespace Specular.Validation.Tests;

/// <summary>A value that a client wrote.</summary>
/// <param name="Place">Its schema in the translated description, as a fragment.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">The value.</param>
/// <param name="Json">What was written.</param>
internal sealed record Sample(string Place, Type Type, object Value, string Json);
