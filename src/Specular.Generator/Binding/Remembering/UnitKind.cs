namespace Specular.Generator.Binding.Remembering;

/// <summary>What is bound for itself, where that is not a type of which the name is known: stands for the name in a <see cref="UnitKey"/>.</summary>
internal static class UnitKind
{
    /// <summary>Whether a component declares a type.</summary>
    public const string Question = "?";

    /// <summary>A component that declares a type; its name is behind this.</summary>
    public const string Declaration = "+";

    /// <summary>The webhooks, or the callbacks of a path.</summary>
    public const string Webhooks = "!";

    /// <summary>The operations of a path.</summary>
    public const string Path = "/";

    /// <summary>A component that declares no type.</summary>
    public const string Alias = "=";
}
