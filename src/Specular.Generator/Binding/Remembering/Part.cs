namespace Specular.Generator.Binding.Remembering;

/// <summary>
/// A part of a description that can change for itself: a path, a component, a webhook, or any other member of the root. As long as its text stays it is the same
/// object from run to run, wherever in the file it stands.
/// </summary>
/// <param name="map">The member of the root that it is in; empty for one of the root itself.</param>
/// <param name="section">The member of that, for a component.</param>
/// <param name="key">Its own name there.</param>
/// <param name="name">What it alone is called among all parts.</param>
/// <param name="hash">Its text, with its name.</param>
internal sealed class Part(string map, string? section, string key, string name, TextHash hash)
{
    public string Map { get; } = map;

    public string? Section { get; } = section;

    public string Key { get; } = key;

    public string Name { get; } = name;

    public TextHash Hash { get; } = hash;
}
