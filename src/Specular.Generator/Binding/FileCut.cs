using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Model;
using Specular.Generator.Naming;

namespace Specular.Generator.Binding;

/// <summary>
/// Spreads what a client declares over files: one for each type and for each tag, as long as those are few. With each file that a generator has given, the
/// compiler has something to do after every key that is pressed, and for all of them together it grows with the square of their number; so many types share
/// files. Which file something is in depends on its own name alone: what is added or changed elsewhere leaves it where it is.
/// </summary>
internal static class FileCut
{
    /// <summary>Files of types, at most.</summary>
    public const int SchemaFiles = 48;

    /// <summary>Files of operations, at most.</summary>
    public const int OperationFiles = 32;

    /// <summary>Operations of a tag that share a file, about.</summary>
    private const int OperationsPerFile = 64;

    /// <param name="schemas">All declared types, in order.</param>
    public static IEnumerable<SchemaFileModel> OfSchemas(IReadOnlyList<SchemaModel> schemas) => schemas.Count <= SchemaFiles
        ? schemas.Select(schema => new SchemaFileModel(schema.Name, new EquatableArray<SchemaModel>([schema])))
        : Spread(schemas, schema => schema.Name, SchemaFiles).Select(part => new SchemaFileModel("Schemas." + part.Number, new EquatableArray<SchemaModel>(part.Items)));

    /// <param name="groups">All operations by their tags, in order.</param>
    public static IReadOnlyList<OperationFileModel> OfOperations(IReadOnlyList<OperationGroupModel> groups)
    {
        var files = groups.Sum(group => Parts(group)) <= OperationFiles ? groups.SelectMany(CutGroup) : Mix(groups);
        var declared = new HashSet<OperationClassModel>();
        return [.. files.Select(file => new OperationFileModel(file.Name, new EquatableArray<OperationGroupModel>(file.Groups.Select(DeclareOnce))))];

        // The first file that has operations of a class declares it.
        OperationGroupModel DeclareOnce(OperationGroupModel group) => group with { DeclaresClass = group.Class is { } own && declared.Add(own) };
    }

    private static int Parts(OperationGroupModel group)
    {
        var parts = 1;
        while (parts * OperationsPerFile < group.Operations.Count)
            parts *= 2;
        return parts;
    }

    private static IEnumerable<(string Name, IReadOnlyList<OperationGroupModel> Groups)> CutGroup(OperationGroupModel group) => Parts(group) is 1
        ? [(group.Name, [group])]
        : Spread(group.Operations, operation => operation.Name, Parts(group)).Select(part => (group.Name + "." + part.Number, With(group, part.Items)));

    // So many tags that each can have no file of its own.
    private static IEnumerable<(string Name, IReadOnlyList<OperationGroupModel> Groups)> Mix(IReadOnlyList<OperationGroupModel> groups) =>
        Spread([.. groups.SelectMany(group => group.Operations.Select(operation => (Group: group, Operation: operation)))], item => item.Group.Class?.Type + "." + item.Operation.Name, OperationFiles)
            .Select(part => ("Operations." + part.Number, (IReadOnlyList<OperationGroupModel>)
                [.. part.Items.GroupBy(item => item.Group.Class).Select(same => same.First().Group with { Operations = new EquatableArray<OperationModel>(same.Select(item => item.Operation)) })]));

    private static IReadOnlyList<OperationGroupModel> With(OperationGroupModel group, IReadOnlyList<OperationModel> operations) =>
        [group with { Operations = new EquatableArray<OperationModel>(operations) }];

    private static IEnumerable<(string Number, IReadOnlyList<T> Items)> Spread<T>(IReadOnlyList<T> items, Func<T, string> name, int count)
    {
        var parts = new List<T>?[count];
        foreach (var item in items)
            (parts[Hash(name(item)) % (uint)count] ??= []).Add(item);
        for (var i = 0; i < count; i++)
        {
            if (parts[i] is { } part)
                yield return ((i + 1).ToString("00", CultureInfo.InvariantCulture), part);
        }
    }

    private static uint Hash(string name)
    {
        // The number of files takes the lower bits alone.
        var hash = StableHash.Of(name);
        return hash ^ (hash >> 15);
    }
}
