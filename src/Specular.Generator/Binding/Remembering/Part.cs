namespace Specular.Generator.Binding.Remembering;

/// <summary>
/// A part of a description that can change for itself: a path, a component, a webhook, or any other member of the root. As long as its text stays it is the same
/// object from run to run, wherever in the file it stands.
/// </summary>
internal sealed class Part(string name, TextHash hash)
{
    /// <summary>What it is called among all parts: the names on the way to it, behind each other.</summary>
    public string Name { get; } = name;

    /// <summary>Its text, with its name.</summary>
    public TextHash Hash { get; } = hash;
}
