namespace Specular.Generator.Binding.Remembering;

/// <summary>Something that is bound for itself.</summary>
/// <param name="Part">What it stands in.</param>
/// <param name="Offset">Where it starts there.</param>
/// <param name="Type">The C# name that it has to have, or what is bound where it is given none.</param>
internal readonly record struct UnitKey(Part Part, int Offset, string Type);
