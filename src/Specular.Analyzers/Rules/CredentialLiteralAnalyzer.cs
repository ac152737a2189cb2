using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Rules.Values;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC110: a credential stands in the source code. The message never repeats it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CredentialLiteralAnalyzer : DiagnosticAnalyzer
{
    private static readonly Regex s_words = new("[A-Z]*[a-z]+|[A-Z]+|[0-9]+", RegexOptions.CultureInvariant);

    // What stands where a credential will be; none of these is one.
    private static readonly HashSet<string> s_placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "the", "my", "your", "our", "some", "any", "this", "insert", "enter", "put", "replace", "change", "set", "add", "with", "me", "it", "here", "to", "do", "todo", "tbd", "none", "null", "na", "n", "changeme",
        "access", "api", "app", "auth", "authorization", "basic", "bearer", "client", "consumer", "jwt", "key", "apikey", "oauth", "pass", "passphrase", "password", "pwd", "secret", "token", "user", "username", "credential", "credentials",
        "id", "name", "value", "string", "text", "example", "sample", "demo", "dummy", "fake", "mock", "test", "testing", "placeholder", "xxx", "foo", "bar", "baz", "abc", "not", "real", "empty", "redacted", "hidden",
    };

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.CredentialLiteral);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, values) = (api.Facts, api.Values);
            api.Bodies.RegisterWhere(start, Clue.Client, operation => Analyze(operation, facts, values), ApiSink.Kinds);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ApiFacts facts, KnownValues values)
    {
        if (ApiSink.Find(context.Operation, facts) is not { Type.SpecialType: SpecialType.System_String } sink || ValueFacts.Of(sink.Member, facts) is not { Format: "password" })
            return;
        foreach (var known in values.Of(sink.Value, context.CancellationToken))
        {
            if (known.Constant is string text && !IsPlaceholder(text))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.CredentialLiteral, known.Place.GetLocation(), sink.Member.Name));
        }
    }

    private static bool IsPlaceholder(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || trimmed.Distinct().Count() <= 2 || trimmed.Any(static c => c is '<' or '>' or '{' or '}' or '…') || trimmed.Contains("..."))
            return true;
        foreach (Match word in s_words.Matches(trimmed))
        {
            if (!s_placeholders.Contains(word.Value) && !(word.Length <= 3 && char.IsDigit(word.Value[0])))
                return false;
        }
        return true;
    }
}
