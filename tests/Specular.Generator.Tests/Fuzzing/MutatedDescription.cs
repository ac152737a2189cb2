using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Specular.Generator.Tests.Output;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;

namespace Specular.Generator.Tests.Fuzzing;

/// <summary>A piece of a real description after somebody changed it.</summary>
/// <param name="Source">The description that it was.</param>
/// <param name="Tree">What became of it.</param>
/// <param name="IsYaml">Whether it is written as YAML.</param>
/// <param name="Edits">What happened to the text afterwards.</param>
internal sealed record MutatedDescription(string Source, JsonObject Tree, bool IsYaml, ImmutableArray<TextEdit> Edits)
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private static readonly string[] s_words =
    [
        "type", "types", "properties", "items", "enum", "allOf", "oneOf", "anyOf", "$ref", "$id", "$anchor", "$dynamicRef", "$defs", "required", "in", "name", "schema", "content", "responses", "parameters",
        "requestBody", "format", "nullable", "additionalProperties", "patternProperties", "prefixItems", "discriminator", "mapping", "propertyName", "default", "const", "not", "style", "explode", "servers",
        "url", "variables", "security", "tags", "operationId", "description", "200", "2XX", "get", "string", "integer", "number", "boolean", "object", "array", "null", "int32", "date-time", "binary",
        "application/json", "multipart/form-data", "text/event-stream", "query", "path", "header", "cookie", "body", "formData", "deepObject", "minimum", "maxLength", "pattern", "readOnly",
        "Task", "System", "String", "Equals", "value", "Value", "default(T)", "é", "漢字", "1",
    ];

    private static readonly string[] s_snippets =
    [
        "{", "}", "[", "]", ",", ":", "\"", "'", "\n", "\n  ", "\t", "- ", "#", "&a", "*a", "<<: *a", "? ", "|", ">", "!!binary ", "---\n", "...\n", "\\", "\\uD83D", "\\u0000", "//", "/*", "null", "\uFEFF", "\uD83D", "\0", "1e999", "-0",
    ];

    private static readonly Gen<int> s_number = Gen.Choose(0, int.MaxValue - 1);

    private static readonly Gen<string> s_word = Gen.Frequency(
        (3, Gen.Elements(s_words)),
        (2, Gen.Elements(HostileText.All)));

    private static readonly Gen<Mutation> s_mutation =
        from kind in Gen.Elements(Enum.GetValues<MutationKind>())
        from place in s_number
        from other in s_number
        from word in s_word
        select new Mutation(kind, place, other, word);

    private static readonly Gen<TextEdit> s_edit =
        from kind in Gen.Elements(Enum.GetValues<TextEditKind>())
        from position in s_number
        from length in Gen.Choose(1, 80)
        from word in Gen.Frequency((3, Gen.Elements(s_snippets)), (1, s_word))
        select new TextEdit(kind, position, length, word);

    private static readonly Gen<MutatedDescription> s_description =
        from crops in Gen.Elements(DescriptionCrops.All.ToArray())
        from index in Gen.Choose(0, crops.Count - 1)
        from mutations in Many(s_mutation, 0, 5)
        from isYaml in Gen.Elements(false, false, true)
        from edits in Gen.Frequency((4, Many(s_edit, 0, 0)), (1, Many(s_edit, 1, 2)))
        select Of(crops.Name, crops.Take(index), mutations, isYaml, edits);

    /// <summary>All of them; what goes wrong is shrunk to the little that still does.</summary>
    public static Arbitrary<MutatedDescription> Arbitrary { get; } = Arb.From(s_description, Shrink);

    /// <summary>The description as a project names it.</summary>
    public DescriptionFile File => new(IsYaml ? "fuzz.yaml" : "fuzz.json", Edits.Aggregate(Text, (text, edit) => edit.Apply(text))) { Namespace = "Fuzz", ClientName = "FuzzClient" };

    private string Text => IsYaml ? YamlTree.Write(Tree) : Tree.ToJsonString(s_indented);

    /// <inheritdoc/>
    public override string ToString() => $"{File.Path} out of {Source}:\n{File.Text}\n";

    private static MutatedDescription Of(string source, JsonObject tree, IEnumerable<Mutation> mutations, bool isYaml, IEnumerable<TextEdit> edits)
    {
        foreach (var mutation in mutations)
            mutation.Apply(tree);
        return new MutatedDescription(source, tree, isYaml, [.. edits]);
    }

    private static Gen<List<T>> Many<T>(Gen<T> item, int least, int most) => Gen.Choose(least, most).SelectMany(count => Gen.ListOf(item, count)).Select(items => items.ToList());

    private static IEnumerable<MutatedDescription> Shrink(MutatedDescription description)
    {
        foreach (var edit in description.Edits)
            yield return description with { Edits = description.Edits.Remove(edit) };
        if (description.IsYaml)
            yield return description with { IsYaml = false };
        for (var i = 0; i < TreeSlot.Of(description.Tree).Count(); i++)
        {
            var less = description.Tree.DeepClone().AsObject();
            TreeSlot.Of(less).ElementAt(i).Remove();
            yield return description with { Tree = less };
        }
    }
}
