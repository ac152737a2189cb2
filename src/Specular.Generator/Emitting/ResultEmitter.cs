using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Naming;
using Specular.Generator.Model;

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
        writer.Open(client.Accessibility + " abstract class " + result.Name);
        writer.Open("private " + result.Name + "(" + StatusCode + " statusCode, " + Headers + " headers)");
        writer.Line("StatusCode = statusCode;");
        writer.Line("Headers = headers;");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>The status of the answer.</summary>");
        writer.Line("public " + StatusCode + " StatusCode { get; }");
        writer.Line();
        writer.Line("/// <summary>The headers of the answer.</summary>");
        writer.Line("public " + Headers + " Headers { get; }");
        writer.Line();
        writer.Line("internal abstract " + ExceptionType(client) + " ToException(global::System.Collections.Generic.IReadOnlyList<string> secrets);");
        foreach (var response in operation.Responses)
        {
            writer.Line();
            Case(writer, operation, response, client);
        }

        writer.Line();
        Undeclared(writer, operation, client);
        writer.Close();
    }

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
        writer.Open("public sealed class " + response.CaseName + " : " + operation.Result.Name);
        writer.Line("/// <summary>An answer of this kind.</summary>");
        writer.Line("public " + response.CaseName + "(" + string.Join(", ", parameters) + ")");
        writer.Deeper().Line(": base(" + (exact ? "(" + StatusCode + ")" + response.Status : "statusCode") + ", headers)").Dedent();
        writer.Line("{");
        writer.Deeper();
        foreach (var member in members)
            writer.Line((member.Name == member.Parameter ? "this." : "") + member.Name + " = " + member.Parameter + ";");
        writer.Close();
        foreach (var member in members)
        {
            writer.Line();
            writer.Summary(member.Documentation);
            writer.Line("public " + member.Type + " " + member.Name + " { get; }");
        }

        writer.Line();
        writer.Line("internal override " + ExceptionType(client) + " ToException(global::System.Collections.Generic.IReadOnlyList<string> secrets) =>");
        writer.Deeper().Line(Exception(operation, response, client) + ";").Dedent();
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

    private static string Exception(OperationModel operation, ResponseModel response, ClientContext client)
    {
        var arguments = Literal.String(operation.Id) + ", StatusCode, Headers, SpecularRuntime::RetryAfter.Parse(Headers)";
        if (response.Type is not { } type || response.Content is ContentKind.Binary || type is TypeModel.Sequence)
            return ExceptionType(client) + ".Create(" + arguments + ", secrets)";

        var access = response.Nullable ? "Body?." : "Body.";
        var requestId = response.RequestId is { } id ? access + id : "null";
        var errors = response.Content is ContentKind.Text ? "Body" : ErrorText(response, access, client);
        return ExceptionType(client) + ".Create<" + TypeText.OfAnswer(type, client, response.Nullable) + ">(" + arguments + ", Body, " + requestId + ", " + errors + ", secrets)";
    }

    private static string ErrorText(ResponseModel response, string access, ClientContext client)
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
        writer.Open("public sealed class Undeclared : " + operation.Result.Name);
        writer.Line("/// <summary>An answer of this kind.</summary>");
        writer.Line("public Undeclared(" + StatusCode + " statusCode, " + Headers + " headers, string content, global::System.Exception? error)");
        writer.Deeper().Line(": base(statusCode, headers)").Dedent();
        writer.Line("{");
        writer.Deeper();
        writer.Line("Content = content;");
        writer.Line("Error = error;");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>The body of the answer as text, as the server sent it.</summary>");
        writer.Line("public string Content { get; }");
        writer.Line();
        writer.Line("/// <summary>Where the body is not what the description says; null where the status is what it does not know.</summary>");
        writer.Line("public global::System.Exception? Error { get; }");
        writer.Line();
        writer.Line("internal override " + ExceptionType(client) + " ToException(global::System.Collections.Generic.IReadOnlyList<string> secrets) =>");
        writer.Deeper().Line(ExceptionType(client) + ".Undeclared(" + Literal.String(operation.Id) + ", StatusCode, Headers, SpecularRuntime::RetryAfter.Parse(Headers), Content, Error, secrets);").Dedent();
        writer.Close();
    }

    private static string ExceptionType(ClientContext client) => "global::" + client.Namespace + "." + client.Prefix + "ApiException";
}
