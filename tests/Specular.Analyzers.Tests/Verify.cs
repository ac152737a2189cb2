using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>The shared harness, with the Gong client in the compilation.</summary>
internal static class Verify
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Gong;

        """;

    /// <summary>Expects the marked diagnostics in a whole file.</summary>
    public static Task FileAsync<TAnalyzer>(string source, params string[] messages)
        where TAnalyzer : DiagnosticAnalyzer, new() => AnalyzerVerifier.VerifyAsync(new TAnalyzer(), GongClientSource.InSource, source, messages);

    /// <summary>Expects the marked diagnostics in statements that have a response <c>r</c> at hand.</summary>
    public static Task BodyAsync<TAnalyzer>(string body, params string[] messages)
        where TAnalyzer : DiagnosticAnalyzer, new() => FileAsync<TAnalyzer>(InMethod(body), messages);

    /// <summary>Expects the marked diagnostics in a whole file, and the expected file after the fix and after Fix All.</summary>
    public static Task FixFileAsync<TAnalyzer, TFixer>(string source, string expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new() => CodeFixVerifier.VerifyAsync(new TAnalyzer(), new TFixer(), GongClientSource.InSource, source, expected);

    /// <summary>Expects the marked diagnostics in statements, and the expected statements after the fix and after Fix All.</summary>
    public static Task FixBodyAsync<TAnalyzer, TFixer>(string body, string expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new() => FixFileAsync<TAnalyzer, TFixer>(InMethod(body), InMethod(expected));

    /// <summary>Expects the marked diagnostics in statements, and no fix for any of them.</summary>
    public static Task NoFixAsync<TAnalyzer, TFixer>(string body)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new() => CodeFixVerifier.VerifyNoFixAsync(new TAnalyzer(), new TFixer(), GongClientSource.InSource, InMethod(body));

    /// <summary>Statements in a method with a response <c>r</c> and a text <c>unknown</c> at hand.</summary>
    public static string InMethod(string body) => Usings + "class Code\n{\n    async Task Run(IntegrationSettingsResponse r, string unknown, bool flag)\n    {\n        " + body + "\n    }\n}\n";

    /// <summary>Members of a class.</summary>
    public static string InClass(string members) => Usings + "class Code\n{\n    " + members + "\n}\n";
}
