using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Model;
using Specular.Generator.Naming;

namespace Specular.Generator.Emitting;

/// <summary>Prints the closed type of an operation's outcomes.</summary>
internal static class ResultEmitter
{
    private const string StatusCode = "global::System.Net.HttpStatusCode";
    private const string Headers = "global::System.Net.Http.Headers.HttpResponseHeaders";

    public static void Emit(SourceWriter writer, OperationModel operation, ClientContext client, string owner)
    {
        var result = operation.Result;
        writer.Line("/// <summary>What <c>" + owner + "." + operation.Name + "ResultAsync</c> may end in.</summary>");
        writer.Line(FileLayout.GeneratedCode);
        writer.Open(client.Accessibility + " abstract class " + result.Name + " : global::" + client.Namespace + "." + client.ApiPrefix + "Result");
        writer.Line("private " + result.Name + "(" + StatusCode + " statusCode, " + Headers + " headers) : base(" + Literal.String(operation.Id) + ", statusCode, headers) { }");
        writer.Line();
        writer.Line("internal static " + result.Name + " FromAnswer(SpecularRuntime::ApiResponse answer, SystemJson::JsonException? error) => (error is null ? answer.StatusCode : 0) switch");
        writer.Line("{");
        writer.Deeper();
        foreach (var response in operation.Responses)
            writer.Line(Pattern(response) + " => new " + response.CaseName + "(" + string.Join(", ", OperationEmitter.CaseArguments(response, client)) + "),");
        writer.Line("_ => new Undeclared(answer.Message.StatusCode, answer.Headers, answer.Text(), error),");
        writer.Close(";");
        foreach (var response in operation.Responses)
        {
            writer.Line();
            Case(writer, operation, response, client);
        }

        writer.Line();
        Undeclared(writer, operation, client);
        writer.Close();
    }

    // Nothing is made of a status of 0: that stands for a body that is not what the description says.
    private static string Pattern(ResponseModel response) => OperationEmitter.Pattern(response) is var pattern && response.Status == "default"
        ? "not 0" + (pattern.Length > 0 ? " and " + pattern : "")
        : pattern;

    private static void Case(SourceWriter writer, OperationModel operation, ResponseModel response, ClientContext client)
    {
        var exact = OperationEmitter.IsExact(response.Status);
        var members = Members(response, client).ToList();
        var parameters = new List<string>();
        if (!exact)
            parameters.Add(StatusCode + " statusCode");
        parameters.Add(Headers + " headers");
        parameters.AddRange(members.Select(member => member.Type + " " + member.Parameter));

        writer.Line("/// <summary>" + Documentation.Code(response.Status) + (response.Documentation is { } text ? ": " + Documentation.Inline(text) : "") + "</summary>");
        var declaration = "public sealed class " + response.CaseName + "(" + string.Join(", ", parameters) + ") : " + operation.Result.Name + "(" + (exact ? "(" + StatusCode + ")" + response.Status : "statusCode") + ", headers)";
        var exception = response.IsSuccess && response.Status != "default" ? null : Exception(response, client);
        if (members.Count == 0 && exception is null)
        {
            writer.Line(declaration + ";");
            return;
        }

        writer.Open(declaration);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
                writer.Line();
            writer.Summary(members[i].Documentation);
            writer.Line("public " + members[i].Type + " " + members[i].Name + " { get; } = " + members[i].Parameter + ";");
        }

        if (exception is not null)
        {
            writer.Line();
            writer.Line("internal override " + ExceptionType(client) + " ToException(global::System.Collections.Generic.IReadOnlyList<string> secrets) => " + exception + ";");
        }

        writer.Close();
    }

    private static IEnumerable<(string Type, string Parameter, string Name, string Documentation)> Members(ResponseModel response, ClientContext client)
    {
        if (response.Type is { } type)
        {
            var about = type is TypeModel.Primitive { Kind: PrimitiveKind.Binary } ? "The body of the answer, for the caller to read and to dispose." : "The body of the answer.";
            if (type is TypeModel.Sequence)
                about = "The items of the answer, read as they come. They are there once; the connection is held until they have been read or the enumeration is disposed.";
            yield return (TypeText.OfAnswer(type, client, response.Nullable), "body", "Body", about);
        }

        for (var i = 0; i < response.Headers.Count; i++)
        {
            var header = response.Headers[i];
            yield return (TypeText.Of(header.Type, client) + "?", Identifier.Camel(header.Name + (header.Name is "Headers" or "Body" ? "Header" : ""), "header"), header.Name, header.Documentation ?? "The header " + header.WireName + ".");
        }
    }

    // Null where there is no more to say than the status.
    private static string? Exception(ResponseModel response, ClientContext client)
    {
        if (response.Type is not { } type || response.Content is ContentKind.Binary || type is TypeModel.Sequence)
            return null;

        var access = response.Nullable ? "Body?." : "Body.";
        var requestId = response.RequestId is { } id ? access + id : "null";
        var errors = response.Content is ContentKind.Text ? "Body" : ErrorText(response, access);
        return ExceptionType(client) + ".Create(this, Body, " + requestId + ", " + errors + ", secrets)";
    }

    private static string ErrorText(ResponseModel response, string access)
    {
        if (response.ErrorTexts.Count == 0)
            return "null";
        var texts = response.ErrorTexts.Select(text => text.IsList
            ? "SpecularRuntime::ErrorText.Join(" + access + text.Property + ")"
            : access + text.Property);
        return response.ErrorTexts.Count == 1 ? texts.First() : "SpecularRuntime::ErrorText.Join(" + string.Join(", ", texts) + ")";
    }

    private static void Undeclared(SourceWriter writer, OperationModel operation, ClientContext client)
    {
        writer.Line("/// <summary>A status that the description does not know, or a body that is not what it says.</summary>");
        writer.Open("public sealed class Undeclared(" + StatusCode + " statusCode, " + Headers + " headers, string content, global::System.Exception? error) : " + operation.Result.Name + "(statusCode, headers)");
        writer.Line("/// <summary>The body of the answer as text, as the server sent it.</summary>");
        writer.Line("public string Content { get; } = content;");
        writer.Line();
        writer.Line("/// <summary>Where the body is not what the description says; null where the status is what it does not know.</summary>");
        writer.Line("public global::System.Exception? Error { get; } = error;");
        writer.Line();
        writer.Line("internal override " + ExceptionType(client) + " ToException(global::System.Collections.Generic.IReadOnlyList<string> secrets) => " + ExceptionType(client) + ".Undeclared(this, Content, Error, secrets);");
        writer.Close();
    }

    private static string ExceptionType(ClientContext client) => "global::" + client.Namespace + "." + client.ApiPrefix + "Exception";
}
