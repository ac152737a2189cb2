using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Choosing;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Makes methods of the operations of a description (OpenAPI 3.1, sections 4.8.8 to 4.8.10).</summary>
internal sealed class OperationBinder(BindingContext context, SchemaBinder schemas, SecurityBinder security, OperationChoice choice)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    // What the emitted methods call their own parameters and locals.
    private static readonly NameScope s_locals = new(StringComparer.Ordinal, "cancellationToken", "body", "httpRequest", "httpAnswer", "formFields", "cookieHeader", "file", "jsonError", "exception", "outcome", "answer", "nameof");

    private readonly ParameterBinder _parameters = new(context, schemas);
    private readonly BodyBinder _bodies = new(context, schemas);
    private readonly ResponseBinder _responses = new(context, schemas);

    /// <summary>All operations, each with its tag.</summary>
    public IReadOnlyList<(string? Tag, OperationModel Operation)> BindAll()
    {
        var operations = new List<(string?, OperationModel)>();
        foreach (var path in context.Description.Part("paths")?.Members ?? [])
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!path.Name.StartsWith("x-", StringComparison.Ordinal))
                operations.AddRange(context.Unit(path.Value.HasOwnPlace ? path.Value.Span.Start : null, UnitKind.Path, () => BindPath(path)));
        }

        choice.ReportUnmatched(context);
        return operations;
    }

    /// <summary>The operations of one path, each with its tag.</summary>
    public (string? Tag, OperationModel Operation)[] BindPath(Member path)
    {
        if ((path.Value["$ref"] is null ? path.Value : schemas.Resolve(path.Value)) is not { } item)
            return [];
        var operations = new List<(string?, OperationModel)>();
        foreach (var method in s_methods)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (item[method] is { Kind: NodeKind.Object } operation)
                Add(method, operation);
        }

        foreach (var method in item["additionalOperations"]?.Members ?? [])
        {
            // OpenAPI 3.2, section 4.9.1: the method as it is sent, with the same capitals.
            if (method.Value.Kind is NodeKind.Object && MediaTypes.IsToken(method.Name))
                Add(method.Name, method.Value);
            else
                context.Diagnostics.Report(Descriptors.NotSupported, method.Value.File, method.NameSpan, "'" + SchemaKeywords.Shown(method.Name) + "' is no method that can be sent; it is left out");
        }

        return [.. operations];

        void Add(string method, Node operation)
        {
            if (!choice.Has(path.Name, method, operation))
                return;
            var tag = OperationGroups.TagOf(operation);
            operations.Add((tag, Bind(path, item, method, operation, tag, asStream: false)));
            if (_responses.IsAlsoStream(operation))
                operations.Add((tag, Bind(path, item, method, operation, tag, asStream: true)));
        }
    }

    /// <summary>Fills in what depends on the members of the schemas, once those are bound.</summary>
    public static OperationModel Complete(OperationModel operation, Func<string, SchemaModel?> declared) => operation with
    {
        Body = operation.Body is { } body ? BodyBinder.Complete(body, declared) : null,
        OtherBodies = new EquatableArray<BodyModel>(operation.OtherBodies.Select(other => BodyBinder.Complete(other, declared))),
        Responses = new EquatableArray<ResponseModel>(operation.Responses.Select(response => ResponseBinder.Complete(response, declared))),
    };

    /// <summary>The types whose members that depends on.</summary>
    public static SchemaModel?[] LookedAt(OperationModel operation, Func<string, SchemaModel?> declared)
    {
        var types = new List<SchemaModel?>();
        Add(operation.Body?.Type);
        for (var i = 0; i < operation.OtherBodies.Count; i++)
            Add(operation.OtherBodies[i].Type);
        for (var i = 0; i < operation.Responses.Count; i++)
            Add(operation.Responses[i].Type);
        return [.. types];

        void Add(TypeModel? type)
        {
            if (type is TypeModel.Named named)
                types.Add(declared(named.Name));
        }
    }

    private OperationModel Bind(Member path, Node item, string method, Node operation, string? tag, bool asStream)
    {
        var group = context.Declared.Group(tag);
        var verb = Array.IndexOf(s_methods, method) >= 0 ? method.ToUpperInvariant() : method;
        var operationId = SchemaKeywords.NonEmptyText(operation["operationId"]);
        var name = Name(path.Name, method, operationId, asStream ? "Stream" : "");
        var methodName = MethodName(name, operationId, operation, tag, group);
        if (group.Class is null)
            name = methodName;
        var scope = new NameScope(s_locals);
        var parameters = _parameters.Bind(item, operation, name, scope);
        var bodies = _bodies.Bind(operation, name);
        var result = context.Declared.TakeType(name + "Result", name + "OperationResult");
        var responses = _responses.Bind(operation, name, asStream, hasContent: verb != "HEAD");
        return new OperationModel(
            operationId is null ? verb + " " + path.Name : operationId,
            operationId,
            methodName,
            verb,
            path.Name,
            PathTemplate.Parse(path, parameters, context.Diagnostics),
            SchemaKeywords.NonEmptyText(operation["summary"]) ?? SchemaKeywords.NonEmptyText(item["summary"]),
            SchemaKeywords.NonEmptyText(operation["description"]) ?? SchemaKeywords.NonEmptyText(item["description"]),
            SchemaKeywords.Is(operation["deprecated"], "true"),
            Deprecation.ReplacementIn(operation),
            new EquatableArray<ParameterModel>(parameters),
            bodies.Count > 0 ? bodies[0] : null,
            new EquatableArray<BodyModel>(bodies.Skip(1)),
            new EquatableArray<ResponseModel>(responses),
            ResponseBinder.Result(result, responses),
            security.BindRequirements(operation),
            ServerBinder.OfOperation(item, operation, context));
    }

    private static string Name(string path, string method, string? operationId, string suffix)
    {
        var wish = operationId is not null ? Identifier.Pascal(operationId, "") : "";
        if (wish.Length == 0)
            wish = Identifier.Pascal(method + " " + path.Replace("{", " ").Replace("}", " "), "Operation");
        if (wish.Length > 5 && wish.EndsWith("Async", StringComparison.Ordinal))
            wish = wish.Substring(0, wish.Length - 5);
        return wish + suffix;
    }

    private string MethodName(string operationName, string? operationId, Node operation, string? tag, OperationGroup group)
    {
        var wish = group.MethodName(operationName);
        var name = context.Declared.TakeMethod(tag, wish);
        if (name != wish && operationId is not null)
            context.Diagnostics.Report(Descriptors.Renamed, operation["operationId"]!, "Operation '" + SchemaKeywords.Shown(operationId) + "' is called '" + name + "Async', since '" + wish + "Async' is taken");
        return name;
    }
}
