using System.Globalization;
using System.Text;

namespace Specular.Testing.Descriptions;

/// <summary>Descriptions of any size that have a little of everything: references, enums, choices, inheritance, parameters, bodies and errors.</summary>
public static class SyntheticDescription
{
    private const int SchemasPerTag = 25;

    /// <summary>As many component schemas as operations, in JSON. The same size gives the same text.</summary>
    public static string Of(int size)
    {
        var text = new StringBuilder("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"Synthetic\",\"version\":\"1\"},\"servers\":[{\"url\":\"https://synthetic.test\"}],\"paths\":{\n");
        for (var i = 0; i < size; i++)
            text.Append(i > 0 ? ",\n" : "").Append(Operation(i, size));
        text.Append("},\"components\":{\"schemas\":{\n");
        for (var i = 0; i < size; i++)
            text.Append(i > 0 ? ",\n" : "").Append(Schema(i, size));
        return text.Append("}}}\n").ToString();
    }

    private static string Operation(int i, int size)
    {
        var body = i % 2 == 0 ? "" : $$$$"""
            "requestBody":{"required":true,"content":{"application/json":{"schema":{{{{Reference(i, size)}}}}}}},
            """;
        return Invariant($$$$"""
            "/tag{{{{i / SchemasPerTag}}}}/items{{{{i}}}}/{id}":{"{{{{(body.Length > 0 ? "post" : "get")}}}}":{"operationId":"tag{{{{i / SchemasPerTag}}}}/handle-item-{{{{i}}}}","tags":["tag{{{{i / SchemasPerTag}}}}"],"summary":"Handles item {{{{i}}}}","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer","format":"int64"} },{"name":"page","in":"query","schema":{"type":"integer"} }],{{{{body}}}}"responses":{"200":{"description":"Done","content":{"application/json":{"schema":{{{{Reference(i, size)}}}} } } },"404":{"description":"Not there","content":{"application/json":{"schema":{{{{Reference(i + 1, size)}}}} } } } } } }
            """);
    }

    private static string Schema(int i, int size) => (i % 20) switch
    {
        19 => Invariant($$$$"""
            "item-{{{{i}}}}":{"oneOf":[{{{{Reference(i - 1, size)}}}},{{{{Reference(i - 2, size)}}}}]}
            """),
        9 => Invariant($$$$"""
            "item-{{{{i}}}}":{"allOf":[{{{{Reference(i - 1, size)}}}},{"type":"object","properties":{"added_{{{{i}}}}":{"type":"boolean"} } }]}
            """),
        _ => Invariant($$$$"""
            "item-{{{{i}}}}":{"type":"object","description":"What item {{{{i}}}} is","required":["id","name"],"properties":{"id":{"type":"integer","format":"int64"},"name":{"type":"string","maxLength":80,"description":"How people call item {{{{i}}}}"},"created_at":{"type":"string","format":"date-time"},"state":{"type":"string","enum":["open","closed","state-{{{{i}}}}"]},"next":{{{{Reference((i * 7) + 1, size)}}}},"others":{"type":"array","items":{{{{Reference((i * 3) + 2, size)}}}} } } }
            """),
    };

    private static string Reference(int i, int size) => Invariant($$$$"""
        {"$ref":"#/components/schemas/item-{{{{i % size}}}}"}
        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
