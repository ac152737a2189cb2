using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the two methods of an operation: one returns its result whatever the status, one throws for what is no success.</summary>
internal static class OperationEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        Throwing(writer, operation, client);
        writer.Line();
        Returning(writer, operation, client);
        foreach (var body in operation.OtherBodies)
        {
            writer.Line();
            Emit(writer, operation with { Body = body, OtherBodies = default }, client);
        }
    }

    private static void Throwing(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        var result = operation.Result;
        var resultType = ResultType(operation, client);
        var returned = result.SuccessType is { } type ? TypeText.OfAnswer(type, client, result.SuccessNullable) : null;
        Docs(writer, operation, client);
        writer.Line("/// <returns>" + (returned is null ? "A task that ends with the answer." : "The body of the answer.") + "</returns>");
        writer.Line("/// <exception cref=\"global::" + client.Namespace + "." + client.Prefix + "ApiException\">The server answered with anything but success.</exception>");
        writer.Line("/// <exception cref=\"global::System.Net.Http.HttpRequestException\">There was no answer.</exception>");
        Attributes(writer, operation, client);
        writer.Open("public async global::System.Threading.Tasks.Task" + (returned is null ? "" : "<" + returned + ">") + " " + operation.Name + "Async(" + Signature(operation, client) + ")");
        writer.Line("var outcome = await " + operation.Name + "ResultAsync(" + string.Join(", ", Names(operation)) + ").ConfigureAwait(false);");

        var successes = operation.Responses.Where(response => response.IsSuccess).ToList();
        var failure = "throw outcome.ToException(_connection.Secrets())";
        if (returned is null)
        {
            // Where no success is declared, a 2xx is one nevertheless.
            var cases = successes.Count > 0
                ? "outcome is not (" + string.Join(" or ", successes.Select(success => resultType + "." + success.CaseName)) + ")"
                : "outcome is not " + resultType + ".Undeclared { Error: null } || (int)outcome.StatusCode is < 200 or > 299";
            writer.Line("if (" + cases + ")");
            writer.Deeper().Line(failure + ";").Dedent();
        }
        else if (result.SuccessType is TypeModel.Named { Kind: NamedTypeKind.Union } union && union.Name == result.Name)
        {
            writer.Line("return outcome is " + string.Join(" or ", successes.Select(success => resultType + "." + success.CaseName)) + " ? outcome : " + failure + ";");
        }
        else
        {
            writer.Open("return outcome switch");
            foreach (var success in successes)
                writer.Line(resultType + "." + success.CaseName + (success.Type is null ? " => null," : " answer => answer.Body,"));
            writer.Line("_ => " + failure + ",");
            writer.Close(";");
        }

        writer.Close();
    }

    private static void Returning(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        var resultType = ResultType(operation, client);
        Docs(writer, operation, client);
        writer.Line("/// <returns>The answer, whatever its status: a case for each that the description declares, and one for the others.</returns>");
        writer.Line("/// <exception cref=\"global::System.Net.Http.HttpRequestException\">There was no answer.</exception>");
        Attributes(writer, operation, client);
        writer.Open("public async global::System.Threading.Tasks.Task<" + resultType + "> " + operation.Name + "ResultAsync(" + Signature(operation, client) + ")");
        NullChecks(writer, operation);
        writer.Line("using var httpRequest = new global::System.Net.Http.HttpRequestMessage(" + Method(operation.Method) + ", " + Uri(operation, client) + ");");
        BodyEmitter.Emit(writer, operation.Body, client);
        Headers(writer, operation, client);
        writer.Line("using var httpAnswer = await _connection.SendAsync(httpRequest, " + Literal.String(operation.Id) + ", " + Literal.String(operation.Path) + ", authenticate: "
            + ParameterCode.Bool(operation.Security.Authenticate) + ", cancellationToken).ConfigureAwait(false);");
        if (operation.Responses.Count == 0)
        {
            writer.Line("return new " + resultType + ".Undeclared(httpAnswer.Message.StatusCode, httpAnswer.Headers, await httpAnswer.TextAsync(cancellationToken).ConfigureAwait(false), null);");
            writer.Close();
            return;
        }

        writer.Line("SystemJson::JsonException? jsonError = null;");
        writer.Open("try");
        writer.Open("switch (httpAnswer.StatusCode)");
        foreach (var response in operation.Responses)
        {
            writer.Line(Label(response.Status) + ":");
            writer.Deeper().Line("return new " + resultType + "." + response.CaseName + "(" + string.Join(", ", CaseArguments(response, client)) + ");").Dedent();
        }

        writer.Close();
        writer.Close();
        writer.Open("catch (SystemJson::JsonException exception)");
        writer.Line("jsonError = exception;");
        writer.Close();
        writer.Line();
        writer.Line("return new " + resultType + ".Undeclared(httpAnswer.Message.StatusCode, httpAnswer.Headers, await httpAnswer.TextAsync(cancellationToken).ConfigureAwait(false), jsonError);");
        writer.Close();
    }

    private static IEnumerable<string> CaseArguments(ResponseModel response, ClientContext client)
    {
        if (!IsExact(response.Status))
            yield return "httpAnswer.Message.StatusCode";
        yield return "httpAnswer.Headers";
        if (response.Content is { } content && response.Type is { } type)
        {
            yield return content switch
            {
                ContentKind.Binary => "await httpAnswer.StreamAsync(cancellationToken).ConfigureAwait(false)",
                ContentKind.EventData or ContentKind.Event or ContentKind.TextEvent when type is TypeModel.Sequence events =>
                    "await httpAnswer.EventsAsync(SpecularRuntime::EventStream.Payload." + (content is ContentKind.EventData ? "Data" : content.ToString()) + ", "
                    + JsonCode.Reader(events.Item, events.ItemNullable, client) + ", cancellationToken).ConfigureAwait(false)",
                ContentKind.JsonLines when type is TypeModel.Sequence lines =>
                    "await httpAnswer.LinesAsync(" + JsonCode.Reader(lines.Item, lines.ItemNullable, client) + ", cancellationToken).ConfigureAwait(false)",
                ContentKind.Text => "await httpAnswer.TextAsync(cancellationToken).ConfigureAwait(false)",
                _ => "await httpAnswer.JsonAsync(" + JsonCode.Reader(type, response.Nullable, client) + ", cancellationToken).ConfigureAwait(false)",
            };
        }

        foreach (var header in response.Headers)
            yield return "SpecularRuntime::HeaderRead." + HeaderReader(header.Type) + "(httpAnswer.Message, " + Literal.String(header.WireName) + ")";
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

    private static string Label(string status) => status switch
    {
        "default" => "default",
        _ when IsExact(status) => "case " + status,
        _ => "case >= " + status[0] + "00 and <= " + status[0] + "99",
    };

    private static void Docs(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        writer.Summary(operation.Summary ?? operation.Documentation ?? operation.Method + " " + operation.Path);
        var remarks = new List<string> { Documentation.Code(operation.Method + " " + operation.Path) };
        if (operation.Security.Alternatives.Count > 0)
            remarks.Add("Needs " + string.Join(" or ", operation.Security.Alternatives.Select(Documentation.Inline)) + ".");
        writer.Line("/// <remarks>");
        writer.Line("/// <para>" + string.Join(". ", remarks) + "</para>");
        if (operation.Summary is not null && operation.Documentation is { } text && text != operation.Summary)
            writer.Element("para", Documentation.OneParagraph(text));
        writer.Line("/// </remarks>");
        foreach (var parameter in operation.Parameters)
        {
            var words = parameter.Documentation is { } description ? Documentation.Inline(description) + " " : "";
            writer.Line("/// <param name=\"" + parameter.Name.TrimStart('@') + "\">" + words + FactsEmitter.Remarks(parameter.WireName, parameter.Facts) + "</param>");
        }

        if (operation.Body is { } body)
            writer.Line("/// <param name=\"" + body.Name + "\">" + (body.Documentation is { } about ? Documentation.Inline(about) : "The body, sent as " + Documentation.Code(body.MediaType) + ".") + "</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
    }

    private static void Attributes(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        writer.Line("[SpecularRuntime::OpenApiOperation(" + Literal.String(operation.Method) + ", " + Literal.String(operation.Path)
            + (operation.OperationId is { } id ? ", OperationId = " + Literal.String(id) : "") + ")]");
        if (operation.Deprecated)
            writer.Line(FactsEmitter.ObsoleteText("operation", operation.Replacement));
    }

    private static string Signature(OperationModel operation, ClientContext client)
    {
        var parameters = new List<string>();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Required))
            parameters.Add(Facts(parameter) + TypeText.Of(parameter.Type, client) + " " + parameter.Name);
        if (operation.Body is { Required: true } required)
            parameters.Add(TypeText.Of(required.Type, client, required.Nullable) + " " + required.Name);
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.Required))
            parameters.Add(Facts(parameter) + TypeText.Of(parameter.Type, client) + "? " + parameter.Name + " = null");
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
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Required))
            yield return parameter.Name;
        if (operation.Body is { Required: true } required)
            yield return required.Name;
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.Required))
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
            if (ParameterCode.IsAny(parameter.Type, parameter.AsJson))
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
