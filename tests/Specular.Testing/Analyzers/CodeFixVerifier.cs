using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Testing.Analyzers;

/// <summary>Applies a code fix as an editor does, and compares what comes of it with what is expected; the result has to compile.</summary>
public static class CodeFixVerifier
{
    private static readonly ConditionalWeakTable<TestCode, Task<Solution>> s_solutions = [];
    private static readonly ConditionalWeakTable<Solution, IReadOnlyList<Diagnostic>> s_diagnostics = [];

    /// <summary>
    /// Expects the marked diagnostics and, after each has been fixed in turn, the expected source. Then expects the same of Fix All in the document, the project and the solution.
    /// </summary>
    /// <exception cref="VerificationException">Something else comes of it.</exception>
    public static Task VerifyAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fixer, TestCode code, string source, string expected) =>
        VerifyAsync(analyzer, fixer, code, [source], [expected]);

    /// <summary>The same for several files, of which Fix All in the document is not tried.</summary>
    /// <exception cref="VerificationException">Something else comes of it.</exception>
    public static async Task VerifyAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fixer, TestCode code, string[] sources, string[] expected)
    {
        var markups = sources.Select(Markup.Parse).ToArray();
        var start = await OpenAsync(code, [.. markups.Select(markup => markup.Text)]).ConfigureAwait(false);
        TestSource.RequireNoErrors((await CompileAsync(start).ConfigureAwait(false)).GetDiagnostics());
        TestSource.RequireExpected(analyzer, [.. markups.Select((markup, index) => (TestSource.FileName(index), markup))], await DiagnoseAsync(start, analyzer).ConfigureAwait(false));

        var oneByOne = await FixOneByOneAsync(start, analyzer, fixer).ConfigureAwait(false);
        await RequireAsync(oneByOne, expected, "source after fixing one by one").ConfigureAwait(false);
        TestSource.RequireNoErrors((await CompileAsync(oneByOne).ConfigureAwait(false)).GetDiagnostics());
        FixAllScope[] scopes = sources.Length == 1 ? [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution] : [FixAllScope.Project, FixAllScope.Solution];
        foreach (var scope in scopes)
            await RequireAsync(await FixAllAsync(start, analyzer, fixer, scope).ConfigureAwait(false), expected, $"source after Fix All in the {scope}").ConfigureAwait(false);
    }

    /// <summary>Expects the marked diagnostics, and that no fix is offered for any of them.</summary>
    /// <exception cref="VerificationException">One is offered.</exception>
    public static async Task VerifyNoFixAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fixer, TestCode code, string source)
    {
        var markup = Markup.Parse(source);
        var solution = await OpenAsync(code, [markup.Text]).ConfigureAwait(false);
        TestSource.RequireNoErrors((await CompileAsync(solution).ConfigureAwait(false)).GetDiagnostics());
        var diagnostics = await DiagnoseAsync(solution, analyzer).ConfigureAwait(false);
        TestSource.RequireExpected(analyzer, [(TestSource.FileName(0), markup)], diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            var actions = await ActionsAsync(solution, fixer, diagnostic).ConfigureAwait(false);
            if (!actions.IsEmpty)
                throw new VerificationException($"A fix is offered: {actions[0].Title}\n" + await TextsAsync(await ApplyAsync(actions[0]).ConfigureAwait(false)).ConfigureAwait(false));
        }
    }

    /// <summary>Asks for the fixes of whatever is reported in source that may be incomplete, and expects nothing but that the fixer does not throw.</summary>
    /// <returns>How many fixes were offered.</returns>
    public static async Task<int> RequireNoCrashAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fixer, TestCode code, string source)
    {
        var solution = await OpenAsync(code, [source]).ConfigureAwait(false);
        var count = 0;
        foreach (var diagnostic in await DiagnoseAsync(solution, analyzer).ConfigureAwait(false))
        {
            foreach (var action in await ActionsAsync(solution, fixer, diagnostic).ConfigureAwait(false))
            {
                await ApplyAsync(action).ConfigureAwait(false);
                count++;
            }
        }
        return count;
    }

    private static async Task<Solution> OpenAsync(TestCode code, string[] sources)
    {
        var solution = await s_solutions.GetValue(code, static code => CreateAsync(code)).ConfigureAwait(false);
        var project = solution.ProjectIds.Single();
        for (var i = 0; i < sources.Length; i++)
            solution = solution.AddDocument(DocumentId.CreateNewId(project), TestSource.FileName(i), SourceText.From(sources[i]), filePath: TestSource.FileName(i));
        return solution;
    }

    /// <summary>The project without the source under test. It is compiled once, and what has been bound is taken over by every solution made of it.</summary>
    private static async Task<Solution> CreateAsync(TestCode code)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .AddProject(project, "Test", "Test", LanguageNames.CSharp)
            .WithProjectCompilationOptions(project, code.CompilationOptions)
            .WithProjectParseOptions(project, TestCode.ParseOptions)
            .AddMetadataReferences(project, TestCode.Framework.AddRange(code.References));
        foreach (var (name, text) in code.Files)
            solution = solution.AddDocument(DocumentId.CreateNewId(project), name, SourceText.From(text), filePath: name);
        _ = (await CompileAsync(solution).ConfigureAwait(false)).Assembly.GetAttributes();
        return solution;
    }

    private static async Task<Solution> FixOneByOneAsync(Solution solution, DiagnosticAnalyzer analyzer, CodeFixProvider fixer)
    {
        // Every fix has to take away at least the diagnostic that it is for, so this ends.
        for (var left = int.MaxValue; ;)
        {
            var diagnostics = await DiagnoseAsync(solution, analyzer).ConfigureAwait(false);
            if (diagnostics.Count >= left)
                throw new VerificationException("The fix leaves its diagnostic:\n" + string.Join("\n", diagnostics) + "\n" + await TextsAsync(solution).ConfigureAwait(false));
            left = diagnostics.Count;
            var offered = ImmutableArray<CodeAction>.Empty;
            foreach (var diagnostic in diagnostics)
            {
                offered = await ActionsAsync(solution, fixer, diagnostic).ConfigureAwait(false);
                if (!offered.IsEmpty)
                    break;
            }
            if (offered.IsEmpty)
                return solution;
            solution = await ApplyAsync(offered.Single()).ConfigureAwait(false);
        }
    }

    private static async Task<Solution> FixAllAsync(Solution solution, DiagnosticAnalyzer analyzer, CodeFixProvider fixer, FixAllScope scope)
    {
        var diagnostics = await DiagnoseAsync(solution, analyzer).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            if (await ActionsAsync(solution, fixer, diagnostic).ConfigureAwait(false) is not [var action, ..])
                continue;
            var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
            var context = new FixAllContext(document, fixer, scope, action.EquivalenceKey!, [diagnostic.Id], new DiagnosticSource(analyzer), CancellationToken.None);
            var provider = fixer.GetFixAllProvider() ?? throw new VerificationException("There is no Fix All.");
            var all = await provider.GetFixAsync(context).ConfigureAwait(false) ?? throw new VerificationException("Fix All finds nothing to fix.");
            return await ApplyAsync(all).ConfigureAwait(false);
        }
        return solution;
    }

    private static async Task<ImmutableArray<CodeAction>> ActionsAsync(Solution solution, CodeFixProvider fixer, Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).ConfigureAwait(false);
        return actions.ToImmutable();
    }

    private static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    private static async Task RequireAsync(Solution solution, string[] expected, string what) =>
        TestSource.RequireEqual(string.Join("\n-----\n", expected.Select(text => text.Replace("\r\n", "\n", StringComparison.Ordinal))), await TextsAsync(solution, expected.Length).ConfigureAwait(false), what);

    private static async Task<string> TextsAsync(Solution solution, int count = 1)
    {
        var texts = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var document = solution.Projects.Single().Documents.Single(document => document.Name == TestSource.FileName(i));
            texts.Add((await document.GetTextAsync().ConfigureAwait(false)).ToString());
        }
        return string.Join("\n-----\n", texts);
    }

    private static async Task<Compilation> CompileAsync(Solution solution) => (await solution.Projects.Single().GetCompilationAsync().ConfigureAwait(false))!;

    private static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Solution solution, DiagnosticAnalyzer analyzer)
    {
        // The same solution is asked about for each scope of Fix All.
        if (s_diagnostics.TryGetValue(solution, out var known))
            return known;
        var compilation = await CompileAsync(solution).ConfigureAwait(false);
        var diagnostics = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        TestSource.RequireNoCrash(diagnostics);
        known = [.. TestSource.Sorted(diagnostics)];
        s_diagnostics.AddOrUpdate(solution, known);
        return known;
    }

    private sealed class DiagnosticSource(DiagnosticAnalyzer analyzer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await DiagnoseAsync(project.Solution, analyzer).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await DiagnoseAsync(document.Project.Solution, analyzer).ConfigureAwait(false)).Where(diagnostic => document.Project.Solution.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
