using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Model;
using Specular.Generator.Reading;
using Specular.Testing.Descriptions;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

/// <summary>A description is typed, character by character: what there is to say stands where it would at once, and nothing is kept that nobody needs.</summary>
public class EditedTextTests
{
    private const int Sessions = 300;
    private const int Edits = 4;

    // Something is said of values of one line and of several, before, around and behind each other.
    private const string Source =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{
        "/a/{x}":{"get":{"operationId":"o","responses":{
        "200":{"description":"a\u2028b","content":{"application/json":{"schema":{"type":"strng\u2028\u2028strng",
        "not":{"type":"object",
        "properties":{}}, "x":1
        }}}},"201":{"description":"e","links":{"l":{
        "description":"f"}}}}},
        "post":{"operationId":"o","responses":{}}}},
        "components":{"schemas":{"A":{
        "type":"object", "not":{"required":["z"],
        "x":2},
        "required":["q"],"properties":{"p":{"type":"foo"},"x-q":{"$ref":"#/components/schemas/None"}}},
        "a":{"type":"object","properties":{"p":{"type":"bar"}}}}}}
        """;

    private static readonly string[] s_typed = ["x", "\u2028", "\u0085", "\n", "\r", "\r\n", " ", "\ud83d", "\ude00", "\\u0041", "/", "\"", ",", "{", "}", ""];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("")]
    public void Diagnostics_stand_where_they_stand_at_once_whatever_ends_a_line(string lineBreak)
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        // JSON allows the break that stands in strings as it is.
        var source = Source.ReplaceLineEndings(lineBreak).Replace("\\u2028", "\u2028", StringComparison.Ordinal);
        var random = new Random(5);
        var rebound = 0;
        for (var session = 0; session < Sessions; session++)
        {
            BindingMemory? memory = null;
            ClientModel? client = null;
            Description? last = null;
            var text = source;
            for (var edit = 0; edit < Edits; edit++)
            {
                // In between it often cannot be read.
                if (EditedDescription.Read(text, null) is { } atOnce && EditedDescription.Read(text, memory?.Outline) is { } inParts)
                {
                    rebound += EditedDescription.IsRebound(inParts, text, memory, client) ? 1 : 0;
                    var (expected, expectedDiagnostics) = ClientBinder.Bind(atOnce, EditedDescription.Options, EditedDescription.Capabilities, cancellationToken);
                    var (actual, actualDiagnostics, next) = ClientBinder.Bind(inParts, text, EditedDescription.Options, EditedDescription.Capabilities, memory, client, cancellationToken);
                    Assert.Equal(expected, actual);
                    Assert.Equal(expectedDiagnostics, actualDiagnostics);
                    GC.KeepAlive(last);
                    (memory, client, last) = (next, actual, inParts);
                }

                var at = random.Next(text.Length);
                text = text.Remove(at, Math.Min(text.Length - at, random.Next(3))).Insert(at, s_typed[random.Next(s_typed.Length)]);
            }
        }

        Assert.True(rebound > Sessions / 10, rebound.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_a_run_leaves_holds_no_text_and_nothing_of_the_run_before_it()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var text = SyntheticDescription.Of(60);
        var first = EditedDescription.Read(text, null)!;
        var (client, _, memory) = ClientBinder.Bind(first, text, EditedDescription.Options, EditedDescription.Capabilities, null, null, cancellationToken);
        RequireSmall(memory!);

        var now = text.Replace("How people call item 7\"", "What people call item 7\"", StringComparison.Ordinal);
        var second = EditedDescription.Read(now, memory!.Outline)!;
        GC.KeepAlive(first);
        Assert.NotNull(second.Edit);
        var (_, _, next) = ClientBinder.Bind(second, now, EditedDescription.Options, EditedDescription.Capabilities, memory, client, cancellationToken);
        RequireSmall(next!, but: memory.Parts);
    }

    // Looks through all that is held.
    private static void RequireSmall(BindingMemory memory, PartTable? but = null)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([memory]);
        while (open.TryPop(out var held))
        {
            var type = held.GetType();
            Assert.False(held is Node or SourceText or SourceFile or Delegate or Recorder || ReferenceEquals(held, but), type.Name);
            if (type.IsPrimitive || type.IsEnum || type.IsPointer || held is string or Type or DiagnosticDescriptor or WeakReference<SourceText> or IEqualityComparer || (!type.IsValueType && !seen.Add(held)))
                continue;
            if (held is Array array)
                Array.ForEach([.. array.Cast<object?>()], Hold);
            for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
                Array.ForEach(declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), field => Hold(field.GetValue(held)));
        }

        void Hold(object? held)
        {
            if (held is not null)
                open.Push(held);
        }
    }
}
