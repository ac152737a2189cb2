using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>The operations of a tag.</summary>
/// <param name="Name">The tag in C#; the operations share a file of that name.</param>
/// <param name="Class">The class that they are members of; null for the client itself.</param>
/// <param name="Methods">The names that are taken there.</param>
internal sealed record OperationGroup(string Name, OperationClassModel? Class, NameScope Methods)
{
    private static readonly NameScope s_none = new(StringComparer.Ordinal);

    /// <summary>The group by itself, whatever is taken there.</summary>
    public OperationGroup WithoutMethods() => this with { Methods = s_none };

    /// <summary>What a method is called there: <c>repos/get</c> is <c>Repos.Get</c>, for the property has said the rest.</summary>
    public string MethodName(string operationName) =>
        Class is not null && operationName.Length > Name.Length && operationName.StartsWith(Name, StringComparison.Ordinal) && char.IsUpper(operationName[Name.Length])
            ? operationName.Substring(Name.Length)
            : operationName;
}

/// <summary>Puts operations into groups by their first tag: files of one class, or a class for each.</summary>
internal sealed class OperationGroups(BindingContext context, bool byTag)
{
    private const string Untagged = "Operations";

    private readonly Dictionary<string, OperationGroup> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameScope _methods = Scope(context.Client.ClientName);

    // File names come of them. What has no tag is a member of the client itself, in a file that no tag can have.
    private readonly NameScope _names = new(StringComparer.OrdinalIgnoreCase, Untagged);
    private readonly NameScope _properties = Scope(context.Client.ClientName);

    /// <summary>The classes beside the client's own, by name.</summary>
    public IEnumerable<OperationClassModel> Classes => _groups.Values.Select(group => group.Class).OfType<OperationClassModel>().OrderBy(item => item.Property, StringComparer.Ordinal);

    /// <summary>The tag that an operation goes by: its first; null where it has none.</summary>
    public static string? TagOf(Node operation) => operation["tags"] is { Kind: NodeKind.Array, Items.Count: > 0 } tags ? SchemaKeywords.NonEmptyText(tags.Items[0]) : null;

    /// <summary>The group of the operations with a tag.</summary>
    public OperationGroup Of(string? tag)
    {
        var wish = tag is null ? Untagged : Identifier.Pascal(tag, Untagged);
        var key = byTag && tag is null ? "" : wish;
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = byTag && tag is not null ? WithClass(tag, wish) : new OperationGroup(wish, null, _methods));
        return group;
    }

    private OperationGroup WithClass(string tag, string wish)
    {
        var name = _names.Take(wish);
        var type = context.Types.Take(context.Client.Prefix + name + "Client", context.Client.Prefix + name + "TagClient");
        var declared = (context.Description.Root["tags"]?.Items ?? []).FirstOrDefault(item => item["name"]?.Text == tag);
        return new OperationGroup(name, new OperationClassModel(_properties.Take(name, name + "Operations"), type, tag, SchemaKeywords.NonEmptyText(declared?["description"])), Scope(type));
    }

    // A method may not be called like its class, nor like what every class has.
    private static NameScope Scope(string className) =>
        new(StringComparer.Ordinal, className, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals");
}
