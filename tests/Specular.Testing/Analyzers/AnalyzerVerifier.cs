using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Specular.Testing.Analyzers;

/// <summary>Runs an analyzer over marked source and compares what it reports, span for span, with the marks.</summary>
public static class AnalyzerVerifier
{
    /// <summary>Expects the marked diagnostics and no other; the source itself has to compile.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="code">What is compiled beside the source.</param>
    /// <param name="source">The source, marked.</param>
    /// <param name="messages">The messages in the order of the marks, where the test is about them.</param>
    /// <exception cref="VerificationException">Something else is reported, or the source has errors.</exception>
    public static async Task VerifyAsync(DiagnosticAnalyzer analyzer, TestCode code, string source, params string[] messages)
    {
        var markup = Markup.Parse(source);
        var compilation = code.Compile([new(TestSource.FileName(0), markup.Text)]);
        TestSource.RequireNoErrors(compilation.GetDiagnostics());
        var diagnostics = await RunAsync([analyzer], compilation).ConfigureAwait(false);
        TestSource.RequireExpected(analyzer, [(TestSource.FileName(0), markup)], diagnostics);
        if (messages.Length > 0)
            TestSource.RequireEqual(string.Join("\n", messages), string.Join("\n", diagnostics.Select(diagnostic => diagnostic.GetMessage(null))), "messages");
    }

    /// <summary>What the analyzers report about a source that compiles.</summary>
    /// <exception cref="VerificationException">An analyzer threw, or the source has errors.</exception>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, TestCode code, string source)
    {
        var compilation = code.Compile([new(TestSource.FileName(0), source)]);
        TestSource.RequireNoErrors(compilation.GetDiagnostics());
        return RunAsync(analyzers, compilation);
    }

    /// <summary>How many actions of every kind but the start of a compilation an analyzer has registered, once it has seen all of a source.</summary>
    public static async Task<int> ActionsAsync(DiagnosticAnalyzer analyzer, TestCode code, string source)
    {
        var compilation = code.Compile([new(TestSource.FileName(0), source)]).WithAnalyzers([analyzer]);
        TestSource.RequireNoCrash(await compilation.GetAnalyzerDiagnosticsAsync().ConfigureAwait(false));
        var actions = await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).ConfigureAwait(false);
        return actions.CompilationActionsCount + actions.CompilationEndActionsCount
            + actions.SyntaxTreeActionsCount + actions.SyntaxNodeActionsCount + actions.AdditionalFileActionsCount + actions.SemanticModelActionsCount
            + actions.SymbolActionsCount + actions.SymbolStartActionsCount + actions.SymbolEndActionsCount
            + actions.CodeBlockActionsCount + actions.CodeBlockStartActionsCount + actions.CodeBlockEndActionsCount
            + actions.OperationActionsCount + actions.OperationBlockActionsCount + actions.OperationBlockStartActionsCount + actions.OperationBlockEndActionsCount;
    }

    /// <summary>The ids of the compiler's own warnings that suppressors leave of a source that compiles.</summary>
    /// <exception cref="VerificationException">The source has errors.</exception>
    public static async Task<ImmutableArray<string>> CompilerWarningsAsync(ImmutableArray<DiagnosticAnalyzer> suppressors, TestCode code, string source)
    {
        var compilation = code.Compile([new(TestSource.FileName(0), source)]);
        TestSource.RequireNoErrors(compilation.GetDiagnostics());
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        var diagnostics = await compilation.WithAnalyzers(suppressors, options).GetAllDiagnosticsAsync().ConfigureAwait(false);
        TestSource.RequireNoCrash(diagnostics);
        return [.. TestSource.Sorted(diagnostics).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id)];
    }

    /// <summary>Runs analyzers over sources that may be incomplete, one after the other, and expects nothing but that none of them throws.</summary>
    /// <returns>How many diagnostics there were in all.</returns>
    /// <exception cref="VerificationException">An analyzer threw; the message ends with the source.</exception>
    public static async Task<int> RequireNoCrashAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, TestCode code, IEnumerable<string> sources)
    {
        var count = 0;
        var tree = CSharpSyntaxTree.ParseText("", TestCode.ParseOptions, TestSource.FileName(0));
        Compilation compilation = code.Compile([]).AddSyntaxTrees(tree);
        foreach (var source in sources)
        {
            var next = CSharpSyntaxTree.ParseText(source, TestCode.ParseOptions, TestSource.FileName(0));
            compilation = compilation.ReplaceSyntaxTree(tree, next);
            tree = next;
            try
            {
                count += (await RunAsync(analyzers, compilation).ConfigureAwait(false)).Length;
            }
            catch (VerificationException crash)
            {
                throw new VerificationException(crash.Message + "\n\n" + source);
            }
        }
        return count;
    }

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        TestSource.RequireNoCrash(diagnostics);
        return TestSource.Sorted(diagnostics);
    }
}
