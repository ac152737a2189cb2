using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Output;

/// <summary>No text of a description can become code, end a comment, or look like something else than it is.</summary>
public class InjectionTests
{
    // Every text that a description can hold; @ is the hostile one.
    private const string Template = """
        {
          "openapi": "3.1.0",
          "info": { "title": "@", "version": "@", "description": "@", "termsOfService": "@", "contact": { "name": "@", "url": "@", "email": "@" }, "license": { "name": "@", "identifier": "@" }, "x-@": "@" },
          "servers": [{ "url": "https://api.test/@", "description": "@", "variables": { "@": { "default": "@", "enum": ["@"] } } }],
          "tags": [{ "name": "@", "description": "@", "externalDocs": { "url": "@", "description": "@" } }],
          "externalDocs": { "url": "@", "description": "@" },
          "security": [{ "@": ["@"] }, { "@ key": [] }],
          "paths": {
            "/@/{@}": {
              "summary": "@", "description": "@",
              "post": {
                "operationId": "@", "summary": "@", "description": "@", "tags": ["@"], "externalDocs": { "url": "@", "description": "@" },
                "security": [{ "@": ["@", "@ 2"] }],
                "parameters": [
                  { "name": "@", "in": "path", "required": true, "description": "@", "schema": { "type": "string", "pattern": "@", "default": "@", "example": "@" } },
                  { "name": "@", "in": "query", "description": "@", "example": "@", "schema": { "type": "string", "enum": ["@", "@ 2"] } },
                  { "name": "@", "in": "header", "description": "@", "schema": { "type": "string", "format": "@" } },
                  { "name": "@", "in": "cookie", "description": "@", "schema": { "type": "integer" } },
                  { "name": "@ list", "in": "query", "style": "@", "schema": { "type": "array", "items": { "type": "string" } } },
                  { "name": "@ content", "in": "query", "content": { "@": { "schema": { "type": "object", "properties": { "@": { "type": "string" } } } } } }
                ],
                "requestBody": { "description": "@", "content": { "application/@": { "schema": { "$ref": "#/components/schemas/Plain" } }, "@/json": {} } },
                "responses": {
                  "200": { "description": "@", "headers": { "@": { "description": "@", "schema": { "type": "string" } } }, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Plain" }, "example": "@" } } },
                  "400": { "description": "@", "content": { "text/@": {} } },
                  "@": { "description": "@" },
                  "default": { "description": "@", "content": { "application/problem+json; x=@": { "schema": { "type": "object", "title": "@", "properties": { "@": { "type": "string" }, "error": { "type": "string" } } } } } }
                },
                "callbacks": { "@": { "{$request.body#/@}": { "post": { "operationId": "@", "responses": { "200": { "description": "@" } } } } } }
              },
              "put": { "deprecated": true, "requestBody": { "required": true, "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": { "@": { "type": "string", "description": "@" }, "@ 2": { "type": "array", "items": { "type": "string" } } } } } } }, "responses": { "204": { "description": "@" } } },
              "patch": { "operationId": "@", "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "@": { "type": "string", "format": "binary", "description": "@" }, "@ 2": { "type": "object", "properties": { "@": {} } } } } } } }, "responses": { "200": { "description": "@", "content": { "*/*": { "schema": { "$ref": "#/components/schemas/@" } } } } } },
              "@": { "operationId": "@ method", "responses": {} },
              "additionalOperations": { "@": { "operationId": "@ additional", "responses": { "204": { "description": "@" } } } }
            },
            "@": { "get": { "responses": { "204": { "description": "@" } } } }
          },
          "components": {
            "schemas": {
              "Plain": {
                "type": "object", "title": "@", "description": "@", "required": ["@", "@ missing"],
                "properties": {
                  "@": { "type": "string", "title": "@", "description": "@", "default": "@", "example": "@", "pattern": "@", "format": "@", "x-origin": "@" },
                  "@ 2": { "type": ["string", "null"], "description": "@", "deprecated": true, "examples": ["@"] },
                  "@ 3": { "type": "object", "title": "@", "additionalProperties": { "type": "string", "description": "@" } },
                  "@ 4": { "oneOf": [{ "type": "string" }, { "type": "object", "title": "@", "properties": { "@": { "const": "@" } } }] },
                  "@ 5": { "type": "integer", "minimum": 1, "description": "@", "enum": [1, 2], "x-enum-varnames": ["@", "@ 2"], "x-enum-descriptions": ["@", "@"] },
                  "@ 6": { "const": "@" },
                  "@Id": { "type": "integer", "format": "int64" }
                }
              },
              "@": { "type": "object", "description": "@", "properties": { "@": { "type": "string", "enum": ["@", "@ 2"], "description": "@", "x-enum-descriptions": { "@": "@" } } }, "additionalProperties": true },
              "@ enum": { "type": "string", "enum": ["@", "@ 2", "\u0000@"], "description": "@", "deprecated": true },
              "@ union": { "discriminator": { "propertyName": "@", "mapping": { "@": "#/components/schemas/@", "@ 2": "Plain" } }, "oneOf": [{ "$ref": "#/components/schemas/@" }, { "$ref": "#/components/schemas/Plain" }, { "$ref": "#/@" }] }
            },
            "securitySchemes": {
              "@": { "type": "apiKey", "in": "header", "name": "@", "description": "@" },
              "@ key": { "type": "apiKey", "in": "query", "name": "@", "description": "@" },
              "@ http": { "type": "http", "scheme": "@", "bearerFormat": "@", "description": "@" },
              "@ bearer": { "type": "http", "scheme": "bearer", "description": "@" },
              "@ oauth": { "type": "oauth2", "description": "@", "flows": { "implicit": { "authorizationUrl": "@", "scopes": { "@": "@" } } } },
              "@ odd": { "type": "@" }
            }
          }
        }
        """;

    public static TheoryData<string> Texts => [.. HostileText.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_stays_a_text(string text)
    {
        var run = GeneratorSession.Generate(Specs.Json(Fill(text)));
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id is "SPEC001" or "SPEC002" or "SPEC010");
        Assert.NotEmpty(run.Files);

        var allowed = Directives(GeneratorSession.Generate(Specs.Json(Fill("text"))));
        Assert.Subset(allowed, Directives(run));
        Assert.All(run.Compilation.SyntaxTrees, HostileText.AssertContained);
    }

    [Fact]
    public void A_text_comes_out_of_a_literal_as_it_went_in()
    {
        const string Text = "a\"b\\c\n\r\t\u0000\u2028\u202E\uD83D\uDE00{{}}*/";
        var run = GeneratorSession.Generate(Specs.Json(Fill(Text)));
        var property = run.Compilation.GetTypeByMetadataName("Test.Plain")!.GetMembers().OfType<IPropertySymbol>().First(member => member.DeclaredAccessibility is Accessibility.Public);
        Assert.Equal(Text, property.GetAttributes().Single(attribute => attribute.AttributeClass!.Name == "OpenApiPropertyAttribute").ConstructorArguments[0].Value);
    }

    private static string Fill(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(c is >= ' ' and <= '~' and not ('"' or '\\') ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        return Template.Replace("@", escaped.ToString(), StringComparison.Ordinal);
    }

    private static HashSet<string> Directives(GeneratorRun run) => run.Compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantTrivia().Where(trivia => trivia.IsDirective))
        .Select(trivia => trivia.ToFullString().Trim())
        .ToHashSet(StringComparer.Ordinal);
}
