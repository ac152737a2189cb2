using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Specular.Generator.Binding;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;
using Specular.Generator.Tests.Fuzzing;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

/// <summary>
/// What comes of a description that is edited is what comes of it at once: real descriptions, changed over and over. <c>SPECULAR_EDIT_SEED</c> and
/// <c>SPECULAR_EDIT_SESSIONS</c> ask for others and for more.
/// </summary>
public class EditTests
{
    private const int Edits = 12;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private static readonly string[] s_words = ["name", "type", "state", "State", "id", "Item", "item", "Value", "string", "object", "$ref", "enum", "allOf", "oneOf", "required", "description", "data", "Response"];

    [Fact]
    public void A_model_that_is_bound_in_parts_is_the_one_that_is_bound_at_once()
    {
        var seed = Setting("SPECULAR_EDIT_SEED", 20_260_101);
        var (repeated, all) = (0L, 0L);
        var (reread, readings, rebound) = (0, 0, 0);
        Parallel.For(0, Setting("SPECULAR_EDIT_SESSIONS", 600), session =>
        {
            var random = new Random(unchecked(seed + (session * 7919)));
            var crops = DescriptionCrops.All[random.Next(DescriptionCrops.All.Count)];
            var tree = crops.Take(random.Next(crops.Count), random.Next(1, 12));
            if (random.Next(4) == 0)
                MoveOut(tree, random);
            var (isIndented, lineBreak) = (random.Next(4) != 0, random.Next(3) == 0 ? "\r\n" : "\n");
            BindingMemory? memory = null;
            ClientModel? client = null;
            Description? last = null;
            HashSet<SchemaModel> before = [];
            var previous = "";
            for (var edit = 0; edit <= Edits; edit++)
            {
                var text = tree.ToJsonString(isIndented != (random.Next(8) == 0) ? s_indented : null).ReplaceLineEndings(lineBreak);
                var path = crops.Name + ", session " + session.ToString(CultureInfo.InvariantCulture) + ", edit " + edit.ToString(CultureInfo.InvariantCulture);
                if (EditedDescription.Read(text) is { } atOnce && EditedDescription.Read(text, memory?.Outline) is { } inParts)
                {
                    Interlocked.Add(ref reread, inParts.Edit is null ? 0 : 1);
                    Interlocked.Increment(ref readings);
                    if (random.Next(4) == 0)
                        AssertSame(atOnce.Root, inParts.Root);

                    Interlocked.Add(ref rebound, EditedDescription.IsRebound(inParts, text, memory, client) ? 1 : 0);
                    var (expected, expectedDiagnostics) = ClientBinder.Bind(atOnce, EditedDescription.Options, EditedDescription.Capabilities, TestContext.Current.CancellationToken);
                    var (actual, actualDiagnostics, next) = ClientBinder.Bind(inParts, text, EditedDescription.Options, EditedDescription.Capabilities, memory, client, TestContext.Current.CancellationToken);
                    Assert.True(Equals(expected, actual), path + ":\n" + previous + "\nand then:\n" + text);
                    Assert.True(expectedDiagnostics.SequenceEqual(actualDiagnostics), path + ":\n" + Show(expectedDiagnostics) + "\nbut:\n" + Show(actualDiagnostics) + "\nof:\n" + previous + "\nand then:\n" + text);
                    previous = text;
                    (memory, client) = (next, actual);

                    // The compiler has the text until the run with the next one is over.
                    GC.KeepAlive(last);
                    last = inParts;
                    HashSet<SchemaModel> now = [.. actual?.Schemas.SelectMany(file => file.Schemas) ?? []];
                    Interlocked.Add(ref repeated, now.Count(model => before.TryGetValue(model, out var known) && ReferenceEquals(known, model)));
                    Interlocked.Add(ref all, now.Count);
                    before = now;
                }

                Change(tree, random);
            }
        });

        // It would prove little if most were bound anew each time.
        Assert.True(repeated > all / 3, repeated.ToString(CultureInfo.InvariantCulture) + " of " + all.ToString(CultureInfo.InvariantCulture));
        Assert.True(rebound > readings / 8, rebound.ToString(CultureInfo.InvariantCulture) + " of " + readings.ToString(CultureInfo.InvariantCulture) + " bound where they changed alone");
        Assert.True(reread > readings / 4, reread.ToString(CultureInfo.InvariantCulture) + " of " + readings.ToString(CultureInfo.InvariantCulture) + " read in parts");
    }

    [Fact]
    public void What_did_not_change_is_the_same_as_before_and_what_did_is_not()
    {
        var text = SyntheticDescription.Of(60);
        var (before, _, memory) = Bind(text, null, null);
        var (after, _, _) = Bind(text.Replace("How people call item 7\"", "What people call item 7\"", StringComparison.Ordinal), memory, before);

        var changed = Models(before!).Zip(Models(after!)).Where(pair => !ReferenceEquals(pair.First, pair.Second)).Select(pair => pair.Second).ToList();

        // What others declare that look at it is made anew, and then seen to be the same.
        Assert.Equal("What people call item 7", (Assert.Single(changed) as RecordModel)?.Properties[1].Documentation);
    }

    [Theory]
    [InlineData("{\"type\":\"string\"}")]
    [InlineData("{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}")]
    [InlineData("{\"$ref\":\"#/components/schemas/item-21\"}")]
    [InlineData("{\"$ref\":\"#/components/schemas/item-7\"}")]
    public void A_property_more_is_bound_with_what_has_it_and_nothing_else(string schema)
    {
        var text = SyntheticDescription.Of(60);
        var description = EditedDescription.Read(text)!;
        var (first, _, memory) = ClientBinder.Bind(description, text, EditedDescription.Options, EditedDescription.Capabilities, null, null, TestContext.Current.CancellationToken);
        var next = text.Replace("\"description\":\"What item 7 is\",\"required\":[\"id\",\"name\"],\"properties\":{", "\"description\":\"What item 7 is\",\"required\":[\"id\",\"name\"],\"properties\":{\"more\":" + schema + ",", StringComparison.Ordinal);
        var edited = EditedDescription.Read(next, memory!.Outline)!;
        Assert.True(EditedDescription.IsRebound(edited, next, memory, first));
        var (after, _, _) = ClientBinder.Bind(edited, next, EditedDescription.Options, EditedDescription.Capabilities, memory, first, TestContext.Current.CancellationToken);

        var changed = Models(first!).Zip(Models(after!)).Where(pair => !ReferenceEquals(pair.First, pair.Second)).Select(pair => pair.Second).ToList();
        Assert.Contains(changed, model => model.Name == "Item7");
        Assert.All(changed, model => Assert.Contains(Assert.IsType<RecordModel>(model).Properties, property => property.Name == "More"));
        GC.KeepAlive(description);
    }

    [Fact]
    public void A_driver_that_has_seen_the_edits_writes_what_a_new_one_writes()
    {
        // Each edit moves what is behind it, and some take a name from another schema or give one back.
        (string Old, string New)[] edits =
        [
            ("How people call item 7\"", "What people call item 7\""),
            ("\"name\":{\"type\":\"string\",\"maxLength\":80,\"description\":\"How people call item 3\"", "\"title\":{\"type\":\"string\",\"description\":\"How people call item 3\""),
            ("\"state-2\"", "\"state-1\""),
            ("\"item-30\":{", "\"State\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]},\n\n\"item-30\":{"),
            ("\"operationId\":\"tag0/handle-item-4\"", "\"operationId\":\"tag0/handle-item-5\""),
            ("\"oneOf\":[{\"$ref\":\"#/components/schemas/item-18\"}", "\"oneOf\":[{\"$ref\":\"#/components/schemas/nowhere\"}"),
            ("#/components/schemas/nowhere", "#/components/schemas/item-17"),
            ("\"item-31\":", "\"item-131\":"),
            ("\"State\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]},\n\n", ""),
            ("\"/tag1/items26/{id}\"", "\n\n\"/tag1/things26/{id}\""),
            ("\"paths\":{", "\"paths\":{\"$ref\":\"#/components/schemas/item-1\","),
            ("\"paths\":{\"$ref\":\"#/components/schemas/item-1\",", "\"paths\":{\"$ref\":\"#/components/schemas\","),
            ("\"paths\":{\"$ref\":\"#/components/schemas\",", "\"paths\":{\"$ref\":\"#/components/nothing\","),
            ("#/components/nothing", "#/components/nowhere"),
            ("\"$ref\":\"#/components/nowhere\",", ""),
            ("{\"openapi\":", "\n\n{\"security\":[],\"openapi\":"),
            ("What people call item 7\"", "What people\ncall item 7\""),
            ("How people call item 11\"", "What people call item 11\""),
        ];
        var file = Specs.Json(SyntheticDescription.Of(60));
        var session = new GeneratorSession(null, file) { RequireCleanCompilation = false };
        session.Run(TestContext.Current.CancellationToken);
        foreach (var (old, now) in edits)
        {
            Assert.Contains(old, file.Text!, StringComparison.Ordinal);
            file = file with { Text = file.Text!.Replace(old, now, StringComparison.Ordinal) };
            var edited = session.With(file).Run(TestContext.Current.CancellationToken);
            var anew = session.RunAnew(TestContext.Current.CancellationToken);
            Assert.Equal(anew.Files, edited.Files);
            Assert.Equal(anew.Diagnostics.Select(diagnostic => diagnostic.Location.GetLineSpan() + " " + diagnostic), edited.Diagnostics.Select(diagnostic => diagnostic.Location.GetLineSpan() + " " + diagnostic));
        }
    }

    private static (ClientModel? Client, IReadOnlyList<DiagnosticInfo> Diagnostics, BindingMemory? Memory) Bind(string text, BindingMemory? memory, ClientModel? before) =>
        ClientBinder.Bind(EditedDescription.Read(text)!, text, EditedDescription.Options, EditedDescription.Capabilities, memory, before, TestContext.Current.CancellationToken);

    private static IEnumerable<SchemaModel> Models(ClientModel client) => client.Schemas.SelectMany(file => file.Schemas);

    private static string Show(IEnumerable<DiagnosticInfo> diagnostics) =>
        string.Join("\n", diagnostics.Select(diagnostic => diagnostic.Location!.LineSpan.ToString() + " " + diagnostic.Descriptor.Id + " " + string.Join(" ", diagnostic.Arguments)));

    private static void Change(JsonObject tree, Random random)
    {
        if (random.Next(4) == 0 && TreeSlot.Of(tree).Where(slot => slot.Name == "properties" && slot.Value is JsonObject).ToList() is { Count: > 0 } maps)
        {
            // Or a property more, or one less.
            var properties = (JsonObject)maps[random.Next(maps.Count)].Value!;
            if (random.Next(3) == 0 && properties.Count > 0)
                properties.Remove(properties.ElementAt(random.Next(properties.Count)).Key);
            else
                properties[random.Next(4) == 0 ? "customer_id" : s_words[random.Next(s_words.Length)] + random.Next(9).ToString(CultureInfo.InvariantCulture)] = Schema(tree, random);
            return;
        }

        if (random.Next(2) == 0 && Texts(tree) is { Count: > 0 } texts)
        {
            // Most edits are of words.
            var slot = texts[random.Next(texts.Count)];
            var text = slot.Value!.GetValue<string>();
            var at = random.Next(text.Length + 1);
            slot.Set(random.Next(3) == 0 ? text[..at] : text.Insert(at, random.Next(3) == 0 ? " and\nmore" : s_words[random.Next(s_words.Length)]));
            return;
        }

        var kind = (MutationKind)random.Next(Enum.GetValues<MutationKind>().Length);
        var names = (tree["components"] as JsonObject)?["schemas"] is JsonObject { Count: > 0 } schemas && random.Next(2) == 0 ? [.. schemas.Select(schema => schema.Key)] : s_words;
        new Mutation(kind, random.Next(int.MaxValue), random.Next(int.MaxValue), names[random.Next(names.Length)]).Apply(tree);
    }

    // Some schemas stand beside the components, which refer to them: what leads to a part of one goes through a reference.
    private static void MoveOut(JsonObject tree, Random random)
    {
        if ((tree["components"] as JsonObject)?["schemas"] is not JsonObject schemas)
            return;
        var models = new JsonObject();
        foreach (var (name, schema) in schemas.ToList().Where(_ => random.Next(3) == 0))
        {
            models[name] = schema?.DeepClone();
            schemas[name] = new JsonObject { ["$ref"] = "#/x-models/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) };
            if ((schema as JsonObject)?["properties"] is JsonObject { Count: > 0 } properties)
                schemas[name + "Part"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["part"] = new JsonObject { ["$ref"] = "#/components/schemas/" + name + "/properties/" + properties.First().Key } } };
        }

        tree["x-models"] = models;
    }

    private static JsonNode? Schema(JsonObject tree, Random random) => random.Next(5) switch
    {
        0 => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        1 => new JsonObject { ["type"] = "array", ["items"] = Schema(tree, random) },
        2 when (tree["components"] as JsonObject)?["schemas"] is JsonObject { Count: > 0 } schemas => new JsonObject { ["$ref"] = "#/components/schemas/" + schemas.ElementAt(random.Next(schemas.Count)).Key },
        3 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", "b") },
        _ => new JsonObject { ["type"] = "string", ["description"] = "What it says" },
    };

    // Below paths and components, where descriptions are edited.
    private static List<TreeSlot> Texts(JsonObject tree) =>
        [.. new[] { tree["paths"], tree["components"] }.OfType<JsonNode>().SelectMany(TreeSlot.Of).Where(slot => slot.Value is JsonValue value && value.TryGetValue<string>(out _))];

    private static void AssertSame(Node expected, Node actual)
    {
        Assert.Equal((expected.Kind, expected.Span, expected.Text, expected.HasOwnPlace), (actual.Kind, actual.Span, actual.Text, actual.HasOwnPlace));
        Assert.Equal(expected.Members.Select(member => (member.Name, member.NameSpan)), actual.Members.Select(member => (member.Name, member.NameSpan)));
        Assert.Equal(expected.Items.Count, actual.Items.Count);
        foreach (var (first, second) in expected.Items.Zip(actual.Items).Concat(expected.Members.Zip(actual.Members).Select(pair => (pair.First.Value, pair.Second.Value))))
            AssertSame(first, second);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
