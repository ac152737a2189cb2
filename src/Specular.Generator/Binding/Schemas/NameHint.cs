using Specular.Generator.Naming;

namespace Specular.Generator.Binding.Schemas;

/// <summary>What a schema without a name of its own may be called: after the property that has it, or with the parent's name in front.</summary>
/// <param name="Parent">The C# name of what has it; empty for none.</param>
/// <param name="Own">The C# name of the property, parameter or body.</param>
internal readonly record struct NameHint(string Parent, string Own)
{
    /// <summary>The hint for an array's items or a map's values: <c>tags</c> holds <c>TagsItem</c>s.</summary>
    public NameHint Item => new(Parent, Own + "Item");

    /// <summary>The names to try, best first.</summary>
    public string[] Wishes => Parent.Length == 0 ? [Own] : [Own, Parent + Own];

    public static NameHint Of(string parent, string wireName) => new(parent, Identifier.Pascal(wireName, "Value"));
}
