using Specular.Generator.Binding;
using Specular.Generator.Model;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

/// <summary>What comes of one edit is what comes of the text after it at once, also where what depends on the edited part is not within it.</summary>
public class EditedPartTests
{

    private const string Models =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},"servers":[{"url":"https://a.example"}],
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/x-models/Foo"}}}}}}}},
        "components":{"schemas":{"Bar":{"type":"object","description":"one","properties":{"p":{"type":"string"}}}}},
        "x-models":{"Foo":{"type":"object","properties":{"bar":{"$ref":"#/components/schemas/Bar"}}}}}
        """;

    private const string PathsElsewhere =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"$ref":"#/x-paths"},
        "components":{"schemas":{"Bar":{"type":"object","description":"one","properties":{"p":{"type":"string"}}}}},
        "x-paths":{"/a":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Bar"}}}}}}}}}
        """;

    private const string PathsInside =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"$ref":"#/components/x-more/paths"},
        "components":{"x-more":{"paths":{"/a":{"get":{"responses":{"200":{"description":"d"}}}}, "/b":{}}}}}
        """;

    private const string EmptyPath =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"$ref":"#/components/x-more/paths"},
        "components":{"x-more":{"paths":{"/b":{}}}}}
        """;

    private const string SchemasInside =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d"}}}}},
        "components":{"schemas":{"$ref":"#/components/x-more/schemas"},"x-more":{"schemas":{"A":{"type":"object","properties":{"p":{"type":"string"}}}}}}}
        """;

    private const string Schemes =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d"}}}}},
        "components":{"securitySchemes":{"key":{"$ref":"#/components/x-schemes/key"}},"x-schemes":{"key":{"type":"apiKey","in":"header","name":"X-One"}}}}
        """;

    private const string Through =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/components/schemas/X"}}}}}}}},
        "components":{"schemas":{
        "X":{"type":"object","properties":{"x":{"$ref":"#/components/schemas/Between/properties/p"}}},
        "Between":{"$ref":"#/components/schemas/One"},
        "One":{"type":"object","properties":{"p":{"type":"string"}}},
        "Two":{"type":"object","properties":{"p":{"type":"integer"}}}}}}
        """;

    private const string Moved =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/definitions/One"}}}}}}},
        "/b":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/definitions/One"}}}}}}}},
        "components":{"schemas":{"One":{"type":"object","properties":{"p":{"type":"string"}}},
        "Two":{"type":"object","properties":{"p":{"$ref":"#/definitions/One"}}}}}}
        """;

    private const string Escaped =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/components/schemas/a%20b"}}}}}}},
        "/b":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"#/components/schemas/a%20b"}}}}}}}},
        "components":{"schemas":{"a%20b":{"type":"object","properties":{"p":{"type":"string"}}}}}}
        """;

    private const string Nul =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d"}}}}},
        "components":{"schemas":{"A":{"type":"object","description":"one","properties":{"p":{"type":"string"}}},"b\u0000c":{"type":"string"}},"schemas\u0000A":1,"schemas\u0000b":{"c":{}}}}
        """;

    private const string Children =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"type":"object","allOf":[{"$ref":"#/components/schemas/Base"}],"properties":{"q":{"type":"string"}}}}}}}}}},
        "components":{"schemas":{
        "Base":{"type":"object","discriminator":{"propertyName":"k"},"properties":{"k":{"type":"string"}}},
        "Other":{"type":"object","discriminator":{"propertyName":"k"},"properties":{"k":{"type":"string"}}},
        "C1":{"$ref":"#/paths/~1a/get/responses/200/content/application~1json/schema"},
        "C2":{"allOf":[{"$ref":"#/components/schemas/Base"}],"properties":{"r":{"type":"string"}}},
        "C3":{"allOf":[{"$ref":"#/components/schemas/Other"}],"properties":{"s":{"type":"string"}}}}}}
        """;

    [Theory]
    [InlineData(Models, "\"one\"", "\"another\"")]
    [InlineData(PathsElsewhere, "\"one\"", "\"another\"")]
    [InlineData(PathsInside, "\"/b\":{}", "\"/b\":{\"get\":{\"responses\":{\"200\":{\"description\":\"d\"}}}}")]
    [InlineData(PathsInside, ", \"/b\"", ", \"/c\":{\"get\":{\"responses\":{\"200\":{\"description\":\"d\"}}}}, \"/b\"")]
    [InlineData(EmptyPath, "\"/b\":{}", "\"/b\":{\"get\":{\"responses\":{\"200\":{\"description\":\"d\"}}}}")]
    [InlineData(SchemasInside, "{\"A\"", "{\"C\":{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\"}}},\"A\"")]
    [InlineData(SchemasInside, "{\"p\"", "{\"q\"")]
    [InlineData(Schemes, "X-One", "X-Two")]
    [InlineData(Through, "schemas/One", "schemas/Two")]
    [InlineData(Through, "\"$ref\":\"#/components/schemas/One\"", "\"$ref\":\"#/components/schemas/One\",\"properties\":{\"p\":{\"type\":\"boolean\"}}")]
    [InlineData(Moved, "\"components\":", "\"definitions\":{\"One\":{\"type\":\"string\"}},\"components\":")]
    [InlineData(Escaped, "{\"a%20b\"", "{\"a b\":{\"type\":\"string\"},\"a%20b\"")]
    [InlineData(Nul, "\"one\"", "\"another\"")]
    [InlineData(Children, "schemas/Base\"}],\"properties\":{\"q\"", "schemas/Other\"}],\"properties\":{\"q\"")]
    public void What_depends_on_an_edited_part_from_elsewhere_is_bound_anew(string before, string old, string now)
    {
        Assert.Contains(old, before, StringComparison.Ordinal);
        var index = before.IndexOf(old, StringComparison.Ordinal);
        AssertSame(before, before[..index] + now + before[(index + old.Length)..], EditedDescription.Options);
    }

    [Fact]
    public void Options_that_change_together_with_the_text_are_those_of_the_client()
    {
        var before = Models.Replace("\"get\":{", "\"get\":{\"tags\":[\"things\"],", StringComparison.Ordinal);
        AssertSame(before, before.Replace("\"one\"", "\"another\"", StringComparison.Ordinal), EditedDescription.Options with { GroupsByTag = true });
    }

    private static void AssertSame(string before, string after, ClientOptions optionsAfter)
    {
        foreach (var inParts in new[] { true, false })
        {
            var first = EditedDescription.Read(before)!;
            var (client, _, memory) = ClientBinder.Bind(first, before, EditedDescription.Options, EditedDescription.Capabilities, null, null, TestContext.Current.CancellationToken);
            var second = EditedDescription.Read(after, inParts ? memory?.Outline : null)!;
            GC.KeepAlive(first);
            var (actual, actualDiagnostics, _) = ClientBinder.Bind(second, after, optionsAfter, EditedDescription.Capabilities, memory, client, TestContext.Current.CancellationToken);
            var (expected, expectedDiagnostics) = ClientBinder.Bind(EditedDescription.Read(after)!, optionsAfter, EditedDescription.Capabilities, TestContext.Current.CancellationToken);
            Assert.NotEqual(client, expected);
            Assert.True(Equals(expected, actual), "in parts: " + inParts);
            Assert.Equal(expectedDiagnostics, actualDiagnostics);
        }
    }
}
