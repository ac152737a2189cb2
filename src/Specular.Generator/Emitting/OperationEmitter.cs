using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the two methods of an operation: one returns its result whatever the status, one throws for what is no success.</summary>
internal static class OperationEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        Emit(writer, operation, client, isOverloaded: operation.OtherBodies.Count > 0);
        foreach (var body in operation.OtherBodies)
        {
            writer.Line();
            Emit(writer, operation with { Body = body }, client, isOverloaded: true);
        }
    }

    private static void Emit(SourceWriter writer, OperationModel operation, ClientContext client, bool isOverloaded)
    {
        Throwing(writer, operation, client);
        writer.Line();
        Returning(writer, operation, client, isOverloaded);
    }

    private static void Throwing(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        var result = operation.Result;
        var resultType = ResultType(operation, client);
        var returned = result.SuccessType is { } type ? TypeText.OfAnswer(type, client, result.SuccessNullable) : null;
        Docs(writer, operation);
        writer.Line("/// <returns>" + (returned is null ? "A task that ends with the answer." : "The body of the answer.") + "</returns>");
        writer.Line("/// <exception cref=\"global::" + client.Namespace + "." + client.ApiPrefix + "Exception\">The server answered with anything but success.</exception>");
        writer.Line("/// <exception cref=\"global::System.Net.Http.HttpRequestException\">There was no answer.</exception>");
        Attributes(writer, operation);
        writer.Line("public global::System.Threading.Tasks.Task" + (returned is null ? "" : "<" + returned + ">") + " " + operation.Name + "Async(" + Signature(operation, client) + ") =>");

        // What is given back besides a body is the result itself; a task of that is a task.
        writer.Deeper().Line("_connection.SuccessAsync(" + operation.Name + "ResultAsync(" + string.Join(", ", Names(operation)) + "), static "
            + (returned is null ? resultType : returned) + " (outcome, connection) => " + Success(operation, returned, resultType) + ");").Dedent();
    }

    private static string Success(OperationModel operation, string? returned, string resultType)
    {
        const string Failure = "throw connection.Failure(outcome)";
        const string Is2xx = "StatusCode: >= (global::System.Net.HttpStatusCode)200 and <= (global::System.Net.HttpStatusCode)299 }";
        var successes = operation.Responses.Where(response => response.IsSuccess).ToList();

        // "default" is a success where no other is declared, but for the statuses that are none.
        string Case(ResponseModel response) => resultType + "." + response.CaseName + (response.Status == "default" ? " { " + Is2xx : "");
        var cases = successes.Select(Case).ToList();

        // A 2xx that is not declared is a success too, where no body is due.
        if (returned is null || successes.Count == 0)
            return "outcome is " + string.Join(" or ", cases.Append(resultType + ".Undeclared { Error: null, " + Is2xx)) + " ? outcome : " + Failure;
        if (operation.Result.SuccessType is TypeModel.Named { Kind: NamedTypeKind.Union } union && union.Name == operation.Result.Name)
            return "outcome is " + string.Join(" or ", cases) + " ? outcome : " + Failure;
        if (successes.Count == 1)
            return "outcome is " + cases[0] + " answer ? answer.Body : " + Failure;
        return "outcome switch { " + string.Concat(successes.Select(success => Case(success) + (success.Type is null ? " => null, " : " answer => answer.Body, "))) + "_ => " + Failure + " }";
    }

    private static void Returning(SourceWriter writer, OperationModel operation, ClientContext client, bool isOverloaded)
    {
        var resultType = ResultType(operation, client);

        // Which of several methods of one name is meant would take all of its types to say.
        if (isOverloaded)
            Docs(writer, operation);
        else
            writer.Line("/// <inheritdoc cref=\"" + operation.Name + "Async\" path=\"/summary|/remarks|/param\"/>");
        writer.Line("/// <returns>The answer, whatever its status: a case for each that the description declares, and one for the others.</returns>");
        writer.Line("/// <exception cref=\"global::System.Net.Http.HttpRequestException\">There was no answer.</exception>");
        Attributes(writer, operation);
        writer.Open("public global::System.Threading.Tasks.Task<" + resultType + "> " + operation.Name + "ResultAsync(" + Signature(operation, client) + ")");
        NullChecks(writer, operation);
        writer.Line("var httpRequest = new global::System.Net.Http.HttpRequestMessage(" + Method(operation.Method) + ", " + Uri(operation, client) + ");");
        BodyEmitter.Emit(writer, operation.Body, client);
        Headers(writer, operation, client);
        writer.Line("return _connection.CallAsync(httpRequest, " + Literal.String(operation.Id) + ", " + Literal.String(operation.Path) + ", authenticate: "
            + ParameterCode.Bool(operation.Security.Authenticate) + ", " + resultType + ".FromAnswer, " + Use(operation.Responses) + ", cancellationToken);");
        writer.Close();
    }

    // Anything but "read the body as a whole" is said by status; that it is, only where a range below would say otherwise.
    private static string Use(IReadOnlyList<ResponseModel> responses)
    {
        var arms = new List<string>();
        var isSaid = false;
        foreach (var response in responses.Reverse())
        {
            var use = response.Type switch
            {
                null => "None",
                TypeModel.Sequence => "Stream",
                _ => response.Content is ContentKind.Binary ? "Stream" : "Buffer",
            };
            if (use != "Buffer" || isSaid)
                arms.Insert(0, (Pattern(response) is var pattern && pattern.Length > 0 ? pattern : "_") + " => SpecularRuntime::BodyUse." + use);
            isSaid |= use != "Buffer" && !IsExact(response.Status);
        }

        if (arms.Count == 0)
            return "null";
        if (!arms[arms.Count - 1].StartsWith("_ ", System.StringComparison.Ordinal))
            arms.Add("_ => SpecularRuntime::BodyUse.Buffer");
        return "static status => status switch { " + string.Join(", ", arms) + " }";
    }

    /// <summary>The pattern that a status code fits; empty where each does.</summary>
    public static string Pattern(ResponseModel response)
    {
        if (IsExact(response.Status))
            return response.Status;
        var range = response.Status == "default" ? "" : ">= " + response.Status[0] + "00 and <= " + response.Status[0] + "99";

        // These have no content (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5), so that one which has some does not mean them.
        var others = response.Type is null ? "" : response.Status[0] switch
        {
            '2' => "not (204 or 205)",
            '3' => "not 304",
            '1' or '4' or '5' => "",
            _ => "not (204 or 205 or 304)",
        };
        return range + (range.Length > 0 && others.Length > 0 ? " and " : "") + others;
    }

    /// <summary>The arguments of a case's constructor, taken from an answer.</summary>
    public static IEnumerable<string> CaseArguments(ResponseModel response, ClientContext client)
    {
        if (!IsExact(response.Status))
            yield return "answer.Message.StatusCode";
        yield return "answer.Headers";
        if (response.Content is { } content && response.Type is { } type)
        {
            yield return content switch
            {
                ContentKind.Binary => "answer.Stream()",
                ContentKind.EventData or ContentKind.Event or ContentKind.TextEvent when type is TypeModel.Sequence events =>
                    "answer.Events(SpecularRuntime::EventStream.Payload." + (content is ContentKind.EventData ? "Data" : content.ToString()) + ", " + JsonCode.Reader(events.Item, events.ItemNullable, client) + ")",
                ContentKind.JsonLines when type is TypeModel.Sequence lines => "answer.Lines(" + JsonCode.Reader(lines.Item, lines.ItemNullable, client) + ")",
                ContentKind.Text => "answer.Text()",
                _ => "answer.Json(" + JsonCode.Reader(type, response.Nullable, client) + ")",
            };
        }

        foreach (var header in response.Headers)
            yield return "SpecularRuntime::HeaderRead." + HeaderReader(header.Type) + "(answer.Message, " + Literal.String(header.WireName) + ")";
    }

    private static string HeaderReader(TypeModel type) => type is TypeModel.Primitive { Kind: var kind }
        ? kind switch
        {
            PrimitiveKind.Boolean => "Boolean",
            PrimitiveKind.Int32 => "Int32",
            PrimitiveKind.Int64 => "Int64",
            PrimitiveKind.Double => "Double",
            PrimitiveKind.DateTime => "DateTimeOffset",
            _ => "String",
        }
        : "String";

    public static bool IsExact(string status) => char.IsDigit(status[status.Length - 1]);

    private static void Docs(SourceWriter writer, OperationModel operation)
    {
        var target = Documentation.Code(operation.Method + " " + operation.Path);
        var remarks = operation.Security.Alternatives.Count > 0 ? "Needs " + string.Join(", or ", operation.Security.Alternatives.Select(Documentation.Inline)) + "." : "";
        if (operation.Summary is null && operation.Documentation is null)
        {
            writer.Line("/// <summary>" + target + "</summary>");
        }
        else
        {
            writer.Summary(operation.Summary ?? operation.Documentation!);
            remarks = target + (remarks.Length > 0 ? ". " : "") + remarks;
        }

        if (operation.Summary is not null && operation.Documentation is { } text && text != operation.Summary)
        {
            writer.Line("/// <remarks>");
            writer.Line("/// <para>" + remarks + "</para>");
            writer.Element("para", Documentation.OneParagraph(text));
            writer.Line("/// </remarks>");
        }
        else if (remarks.Length > 0)
        {
            writer.Line("/// <remarks>" + remarks + "</remarks>");
        }

        foreach (var parameter in operation.Parameters)
        {
            var words = parameter.Documentation is { } description ? Documentation.Inline(description) + " " : "";
            writer.Line("/// <param name=\"" + parameter.Name.TrimStart('@') + "\">" + words + FactsEmitter.Remarks(parameter.WireName, parameter.Facts) + "</param>");
        }

        if (operation.Body is { } body)
            writer.Line("/// <param name=\"" + body.Name + "\">" + (body.Documentation is { } about ? Documentation.Inline(about) : "The body, sent as " + Documentation.Code(body.MediaType) + ".") + "</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
    }

    private static void Attributes(SourceWriter writer, OperationModel operation)
    {
        writer.Line("[SpecularRuntime::OpenApiOperation(" + Literal.String(operation.Method) + ", " + Literal.String(operation.Path)
            + (operation.OperationId is { } id ? ", OperationId = " + Literal.String(id) : "")
            + (operation.Server is { } server ? ", Server = " + Literal.String(server) : "")
            + (operation.Replacement is { } replacement ? ", Replacement = " + Literal.String(replacement) : "") + ")]");
        if (operation.Deprecated)
            writer.Line(FactsEmitter.ObsoleteText("operation", operation.Replacement));
    }

    private static string Signature(OperationModel operation, ClientContext client)
    {
        var parameters = new List<string>();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsAsked))
            parameters.Add(Facts(parameter) + TypeText.Of(parameter.Type, client) + " " + parameter.Name);
        if (operation.Body is { Required: true } required)
            parameters.Add(TypeText.Of(required.Type, client, required.Nullable) + " " + required.Name);
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsAsked))
        {
            var type = TypeText.Of(parameter.Type, client);
            parameters.Add(Facts(parameter) + type + (parameter.OnlyMember is { } only ? " " + parameter.Name + " = " + type + "." + only : "? " + parameter.Name + " = null"));
        }

        if (operation.Body is { Required: false } optional)
            parameters.Add(TypeText.Of(optional.Type, client) + "? " + optional.Name + " = null");
        parameters.Add("global::System.Threading.CancellationToken cancellationToken = default");
        return string.Join(", ", parameters);
    }

    // An attribute for each parameter would hide the signature: only those have one of which there is more to say than the name.
    private static string Facts(ParameterModel parameter)
    {
        // What a type says already need not be said again.
        var format = parameter.Type is TypeModel.Primitive { Kind: PrimitiveKind.String } ? parameter.Facts.Format : null;
        return !parameter.Deprecated && parameter.Facts with { Example = null, Default = null, Format = format, Replacement = null } == FactsModel.None ? "" : FactsEmitter.AttributeText(parameter) + " ";
    }

    private static IEnumerable<string> Names(OperationModel operation)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsAsked))
            yield return parameter.Name;
        if (operation.Body is { Required: true } required)
            yield return required.Name;
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsAsked))
            yield return parameter.Name;
        if (operation.Body is { Required: false } optional)
            yield return optional.Name;
        yield return "cancellationToken";
    }

    private static void NullChecks(SourceWriter writer, OperationModel operation)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Required && !parameter.Type.IsValueType))
            Check(parameter.Name);
        if (operation.Body is { Required: true, Nullable: false, Type.IsValueType: false } body)
            Check(body.Name);

        void Check(string name)
        {
            writer.Line("if (" + name + " is null)");
            writer.Deeper().Line("throw new global::System.ArgumentNullException(nameof(" + name + "));").Dedent();
        }
    }

    private static string Method(string method) => method switch
    {
        "GET" or "PUT" or "POST" or "DELETE" or "HEAD" or "OPTIONS" or "TRACE" => "global::System.Net.Http.HttpMethod." + method[0] + method.Substring(1).ToLowerInvariant(),
        _ => "new global::System.Net.Http.HttpMethod(" + Literal.String(method) + ")",
    };

    private static string Uri(OperationModel operation, ClientContext client)
    {
        var first = operation.PathParts.Count > 0 && operation.PathParts[0].Parameter is null ? operation.PathParts[0].Literal : "";
        if (operation.Server is null && operation.PathParts.Count == 1 && first.Length > 0 && !operation.Parameters.Any(parameter => parameter.In is ParameterLocation.Query or ParameterLocation.QueryString))
            return "_connection.Address(" + Literal.String(first) + ")";
        var uri = "new SpecularRuntime::RequestUri(" + Literal.String(first) + ")";
        foreach (var part in operation.PathParts.Skip(first.Length > 0 ? 1 : 0))
        {
            if (part.Parameter is null)
            {
                uri += ".Literal(" + Literal.String(part.Literal) + ")";
                continue;
            }

            var parameter = operation.Parameters.First(candidate => candidate.In is ParameterLocation.Path && candidate.Name == part.Parameter);
            var style = ParameterCode.Style(parameter, client);
            if (ParameterCode.IsAny(parameter.Type, parameter.AsJson))
            {
                uri += ".PathJson(" + Literal.String(parameter.WireName) + ", " + Json(parameter, client) + ", " + style + ", explode: " + ParameterCode.Bool(parameter.Explode) + ")";
                continue;
            }

            uri += ParameterCode.IsSingle(parameter.Type, parameter.AsJson)
                ? ".Path(" + Literal.String(parameter.WireName) + ", " + ParameterCode.Text(parameter.Type, parameter.Name, parameter.AsJson, client) + (parameter.Style is ParameterStyle.Simple ? ")" : ", " + style + ")")
                : ".Path(" + Literal.String(parameter.WireName) + ", " + ParameterCode.Texts(parameter.Type, parameter.Name, client) + "!, " + style + ", explode: " + ParameterCode.Bool(parameter.Explode) + ")";
        }

        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In is ParameterLocation.Query))
        {
            var reserved = parameter.AllowReserved ? ", allowReserved: true)" : ")";
            if (ParameterCode.IsTakenApart(parameter))
            {
                uri += ".QueryJson(" + Literal.String(parameter.WireName) + ", " + Json(parameter, client) + ", " + ParameterCode.Style(parameter, client) + ", explode: " + ParameterCode.Bool(parameter.Explode) + reserved;
                continue;
            }

            uri += ParameterCode.IsSingle(parameter.Type, parameter.AsJson)
                ? ".Query(" + Literal.String(parameter.WireName) + ", " + Text(parameter, client) + reserved
                : ".Query(" + Literal.String(parameter.WireName) + ", " + ParameterCode.Texts(parameter.Type, parameter.Name, client) + ", " + ParameterCode.Style(parameter, client)
                    + ", explode: " + ParameterCode.Bool(parameter.Explode) + reserved;
        }

        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In is ParameterLocation.QueryString))
            uri += parameter.AsJson || ParameterCode.IsSingle(parameter.Type, asJson: false) ? ".QueryString(" + Text(parameter, client) + ")" : ".QueryFields(" + Json(parameter, client) + ")";
        return uri + ".Build(_connection.BaseAddress(" + (operation.Server is { } server ? Literal.String(server) : "") + "))";
    }

    private static string Json(ParameterModel parameter, ClientContext client) =>
        ParameterCode.Json(parameter.Type, parameter.Name, parameter.Required, client, parameter.Name.TrimStart('@') + "Given");

    private static string Text(ParameterModel parameter, ClientContext client) => parameter.Required
        ? ParameterCode.Text(parameter.Type, parameter.Name, parameter.AsJson, client)
        : ParameterCode.OptionalText(parameter.Type, parameter.Name, parameter.AsJson, client, parameter.Name.TrimStart('@') + "Given");

    private static void Headers(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        var accept = string.Join(", ", operation.Responses.Select(response => response.Accept).Where(type => type.Length > 0).Distinct());
        if (accept.Length > 0)
            writer.Line("httpRequest.Headers.TryAddWithoutValidation(\"Accept\", " + Literal.String(accept) + ");");
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In is ParameterLocation.Header))
        {
            var text = ParameterCode.IsAny(parameter.Type, parameter.AsJson)
                ? "SpecularRuntime::AnyParameter.Header(" + ParameterCode.Json(parameter.Type, parameter.Name + (parameter.Required || !parameter.Type.IsValueType ? "" : ".Value"), required: true, client, "") + ", explode: " + ParameterCode.Bool(parameter.Explode) + ")"
                : ParameterCode.IsSingle(parameter.Type, parameter.AsJson)
                ? ParameterCode.Text(parameter.Type, parameter.Name + (parameter.Required || !parameter.Type.IsValueType ? "" : ".Value"), parameter.AsJson, client)
                : "SpecularRuntime::HeaderText.Simple(" + ParameterCode.Texts(parameter.Type, parameter.Name, client) + "!" + (parameter.Type is TypeModel.List ? "" : ", explode: " + ParameterCode.Bool(parameter.Explode)) + ")";
            if (!parameter.Required)
                writer.Line("if (" + parameter.Name + " is not null)").Deeper();
            var name = Literal.String(parameter.WireName);
            writer.Line("SpecularRuntime::HeaderText.Add(httpRequest, " + name + ", " + text + ");");
            if (!parameter.Required)
                writer.Dedent();
        }

        var cookies = operation.Parameters.Where(parameter => parameter.In is ParameterLocation.Cookie).ToList();
        if (cookies.Count == 0)
            return;
        var cookie = "new SpecularRuntime::CookieText()";
        foreach (var parameter in cookies)
        {
            if (ParameterCode.IsAny(parameter.Type, parameter.AsJson))
            {
                cookie += ".AddJson(" + Literal.String(parameter.WireName) + ", " + Json(parameter, client) + ", explode: " + ParameterCode.Bool(parameter.Explode) + ")";
                continue;
            }

            cookie += ".Add(" + Literal.String(parameter.WireName) + ", " + (ParameterCode.IsSingle(parameter.Type, parameter.AsJson)
                ? Text(parameter, client) + ")"
                : ParameterCode.Texts(parameter.Type, parameter.Name, client) + ", explode: " + ParameterCode.Bool(parameter.Explode) + ")");
        }

        writer.Line("if (" + cookie + ".Build() is { } cookieHeader)");
        writer.Deeper().Line("httpRequest.Headers.TryAddWithoutValidation(\"Cookie\", cookieHeader);").Dedent();
    }

    private static string ResultType(OperationModel operation, ClientContext client) => "global::" + client.Namespace + "." + operation.Result.Name;
}
