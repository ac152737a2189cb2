using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Testing.Analyzers;
using Specular.Testing.Generator;

namespace Specular.Analyzers.Tests;

/// <summary>A client as the generator really writes it, of a description that has something for every rule.</summary>
internal static class ShopClient
{
    private const string Description = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers:
          - url: https://api.shop.example/v1
          - url: http://eu.shop.example:8080/v1/
        security:
          - bearer: []
        paths:
          /items:
            get:
              operationId: listItems
              parameters:
                - { name: limit, in: query, schema: { type: integer, format: int32, minimum: 1, maximum: 100 } }
                - { name: color, in: query, schema: { $ref: '#/components/schemas/Color' } }
                - { name: page, in: query, deprecated: true, description: 'Use `cursor` instead.', schema: { type: integer, format: int32 } }
                - { name: cursor, in: query, schema: { type: string, maxLength: 20 } }
              responses:
                '200': { description: The items, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Item' } } } } }
                '429': { description: Too many, headers: { Retry-After: { schema: { type: integer } } } }
            post:
              operationId: addItem
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
              responses:
                '201': { description: Added, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
                '409': { description: It is there }
          /items/{itemId}:
            get:
              operationId: getItem
              parameters:
                - { name: itemId, in: path, required: true, schema: { type: string, format: uuid } }
              responses:
                '200': { description: The item, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
                '404': { description: There is none }
            delete:
              operationId: deleteItem
              parameters:
                - { name: itemId, in: path, required: true, schema: { type: string, format: uuid } }
              responses:
                '204': { description: Gone }
          /items/search:
            get:
              operationId: searchItems
              deprecated: true
              description: 'Deprecated: use `listItems` instead.'
              responses:
                '204': { description: Done }
          /items/{itemId}/parts/{partNumber}:
            put:
              operationId: putPart
              parameters:
                - { name: itemId, in: path, required: true, schema: { type: string, format: uuid } }
                - { name: partNumber, in: path, required: true, schema: { type: string } }
                - { name: sort, in: query, deprecated: true, description: 'Replaced by `orderBy`.', schema: { type: string } }
                - { name: orderBy, in: query, schema: { type: string } }
                - { name: trace, in: header, deprecated: true, schema: { type: string } }
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses:
                '200': { description: The order, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
                '429': { description: Too many }
          /uploads:
            servers:
              - url: https://files.shop.example
            post:
              operationId: startUpload
              responses:
                '204': { description: Started }
          /items/export.csv:
            get:
              operationId: exportItems
              responses:
                '200': { description: The items, content: { application/octet-stream: { schema: { type: string, format: binary } } } }
          /orders:
            get:
              operationId: listOrders
              parameters:
                - { name: limit, in: query, schema: { type: integer, format: int32 } }
                - { name: state, in: query, schema: { type: string } }
                - { name: cursor, in: query, schema: { type: string } }
              responses:
                '200':
                  description: A page
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [orders]
                        properties:
                          orders: { type: array, items: { $ref: '#/components/schemas/Order' } }
                          total: { type: integer }
                          records: { type: object, properties: { cursor: { type: string }, size: { type: integer } } }
          /orders/events:
            get:
              operationId: watchOrders
              responses:
                '200': { description: As they come, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Order' } } } }
          /shape:
            put:
              operationId: putShape
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Shape' } } } }
              responses:
                '204': { description: Done }
          /account:
            post:
              operationId: openAccount
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Account' } } } }
              responses:
                '200': { description: The account, content: { application/json: { schema: { $ref: '#/components/schemas/Account' } } } }
        components:
          securitySchemes:
            bearer: { type: http, scheme: bearer }
            basic: { type: http, scheme: basic }
            key: { type: apiKey, in: header, name: X-Api-Key }
          schemas:
            Color: { type: string, enum: [red, light-blue, DARK_GREEN] }
            Level:
              oneOf:
                - { const: low }
                - { const: high-ish, deprecated: true }
                - { const: high }
            Order:
              type: object
              required: [lines]
              properties:
                number: { type: string, readOnly: true }
                level: { $ref: '#/components/schemas/Level' }
                lines: { type: array, items: { $ref: '#/components/schemas/Item' } }
                owner: { $ref: '#/components/schemas/Account' }
            Mail: { type: string, format: email }
            Size: { type: integer, enum: [1, 2, 40] }
            Item:
              type: object
              required: [name]
              properties:
                id: { type: string, format: uuid, readOnly: true }
                name: { type: string, minLength: 2, maxLength: 10 }
                slug: { type: string, pattern: '^[a-z0-9-]{1,30}$' }
                code: { type: string, pattern: '^[A-Z]{3}-\d+$' }
                color: { $ref: '#/components/schemas/Color' }
                colors: { type: array, items: { $ref: '#/components/schemas/Color' } }
                otherColor: { oneOf: [{ $ref: '#/components/schemas/Color' }, { type: 'null' }] }
                size: { $ref: '#/components/schemas/Size' }
                count: { type: integer, minimum: 0, exclusiveMaximum: 1000, multipleOf: 5 }
                price: { type: number, exclusiveMinimum: 0, multipleOf: 0.01 }
                ratio: { type: number, enum: [0.5, 1, 2] }
                tags: { type: array, minItems: 1, maxItems: 3, uniqueItems: true, items: { type: string } }
                codes: { type: array, items: { type: string, pattern: '^[A-Z]{3}$', maxLength: 3 } }
                amounts: { type: array, items: { type: integer, minimum: 1 } }
                mails: { type: array, items: { $ref: '#/components/schemas/Mail' } }
                link: { type: string, format: uri }
                mail: { type: string, format: email }
                address: { type: string, format: ipv4 }
                host: { type: string, format: hostname }
                nickname: { type: [string, 'null'], maxLength: 5 }
                oldName: { type: string, deprecated: true, description: 'Replaced by `name`.' }
                revision: { type: integer, readOnly: true }
            Account:
              type: object
              required: [user]
              properties:
                user: { type: string }
                password: { type: string, format: password, writeOnly: true }
                pin: { type: string, writeOnly: true }
                secretNote: { type: string, readOnly: true }
            Shape:
              oneOf:
                - $ref: '#/components/schemas/Circle'
                - $ref: '#/components/schemas/Square'
              discriminator: { propertyName: kind, mapping: { circle: '#/components/schemas/Circle', square: '#/components/schemas/Square' } }
            Circle: { type: object, required: [kind], properties: { kind: { type: string }, radius: { type: number } } }
            Square: { type: object, required: [kind], properties: { kind: { type: string }, side: { type: number } } }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Shop;

        """;

    private static readonly GeneratorRun s_run = GeneratorSession.Generate(
        new DescriptionFile("shop.yaml", Description) { Namespace = "Shop", ClientName = "ShopClient" },
        new ConsumerProject { AssemblyName = "Shop.Client" });

    /// <summary>Code that uses the client from another assembly.</summary>
    public static TestCode Referenced { get; } = new() { References = [Emit(s_run)] };

    /// <summary>The generated files.</summary>
    public static IReadOnlyDictionary<string, string> Files => s_run.Files;

    /// <summary>Expects the marked diagnostics in statements that have a client at hand.</summary>
    public static Task BodyAsync<TAnalyzer>(string body, params string[] messages)
        where TAnalyzer : DiagnosticAnalyzer, new() => FileAsync<TAnalyzer>(InMethod(body), messages);

    /// <summary>Expects the marked diagnostics in members of a class.</summary>
    public static Task ClassAsync<TAnalyzer>(string members, params string[] messages)
        where TAnalyzer : DiagnosticAnalyzer, new() => FileAsync<TAnalyzer>(InClass(members), messages);

    /// <summary>Expects the marked diagnostics in a whole file.</summary>
    public static Task FileAsync<TAnalyzer>(string source, params string[] messages)
        where TAnalyzer : DiagnosticAnalyzer, new() => AnalyzerVerifier.VerifyAsync(new TAnalyzer(), Referenced, source, messages);

    /// <summary>Expects the marked diagnostics in statements, and the expected statements after the fix and after Fix All.</summary>
    public static Task FixBodyAsync<TAnalyzer, TFixer>(string body, string expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new() => CodeFixVerifier.VerifyAsync(new TAnalyzer(), new TFixer(), Referenced, InMethod(body), InMethod(expected));

    /// <summary>Expects the marked diagnostics in statements, and no fix for any of them.</summary>
    public static Task NoFixAsync<TAnalyzer, TFixer>(string body)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new() => CodeFixVerifier.VerifyNoFixAsync(new TAnalyzer(), new TFixer(), Referenced, InMethod(body));

    /// <summary>Statements in an asynchronous method with a client at hand.</summary>
    public static string InMethod(string body) => InClass("async Task Run(ShopClient client, HttpClient http, Item item, string unknown, bool flag)\n    {\n        " + body + "\n        await Task.Yield();\n    }");

    /// <summary>Members of a class.</summary>
    public static string InClass(string members) => Usings + "class Code\n{\n    " + members + "\n}\n";

    /// <summary>A generated client as an assembly.</summary>
    public static MetadataReference Emit(GeneratorRun run)
    {
        using var stream = new MemoryStream();
        var result = run.Compilation.Emit(stream);
        if (!result.Success)
            throw new VerificationException(string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
