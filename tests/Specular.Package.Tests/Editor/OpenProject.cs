using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Package.Tests.Editor;

/// <summary>A project on disk, and those that it references, opened as an editor opens them: all that is known of the package comes from the project itself.</summary>
internal sealed class OpenProject : IDisposable
{
    private const string CrashId = "AD0001";

    private readonly MSBuildWorkspace _workspace;
    private readonly ProjectId _project;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly ImmutableArray<CodeFixProvider> _fixers;
    private readonly ImmutableArray<ISourceGenerator> _generators;

    private OpenProject(MSBuildWorkspace workspace, Project project)
    {
        _workspace = workspace;
        _project = project.Id;
        var references = project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(reference => Path.GetFileName(reference.FullPath).StartsWith("Specular.", StringComparison.Ordinal)).ToList();
        _analyzers = [.. references.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        _generators = [.. references.SelectMany(reference => reference.GetGenerators(LanguageNames.CSharp))];
        _fixers =
        [
            .. references.SelectMany(reference => reference.GetAssembly().GetTypes())
                .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages.Contains(LanguageNames.CSharp) is true)
                .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
        ];
    }

    /// <summary>What the editor has of the project now.</summary>
    public Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    /// <summary>The ids of the diagnostics that have a lightbulb.</summary>
    public IEnumerable<string> FixableIds => _fixers.SelectMany(fixer => fixer.FixableDiagnosticIds).Distinct();

    /// <summary>Opens a project that has been restored.</summary>
    public static async Task<OpenProject> OpenAsync(string path)
    {
        var workspace = MSBuildWorkspace.Create();
        var failures = new List<WorkspaceDiagnostic>();
        using var registration = workspace.RegisterWorkspaceFailedHandler(failed => failures.Add(failed.Diagnostic));
        var project = await workspace.OpenProjectAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return new OpenProject(workspace, project);
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    /// <summary>A file of the project or of one that it references.</summary>
    public Document Document(string name) => _workspace.CurrentSolution.Projects.SelectMany(project => project.Documents).Single(document => document.Name == name);

    /// <summary>The errors that the editor shows in a project.</summary>
    public static async Task<IEnumerable<Diagnostic>> ErrorsAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        return compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>What the generator says of the description.</summary>
    public async Task<ImmutableArray<Diagnostic>> DescriptionDiagnosticsAsync()
    {
        var project = Project.WithAnalyzerReferences([]);
        var options = project.AnalyzerOptions;
        var driver = CSharpGeneratorDriver.Create(_generators, options.AdditionalFiles, (CSharpParseOptions)project.ParseOptions!, options.AnalyzerConfigOptionsProvider);
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Diagnostics;
    }

    /// <summary>The squiggles in the code of a project, in the order of files and places.</summary>
    public async Task<ImmutableArray<Diagnostic>> SquigglesAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var diagnostics = await compilation.WithAnalyzers(_analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == CrashId);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The squiggles in one file.</summary>
    public async Task<ImmutableArray<Diagnostic>> SquigglesAsync(Document document)
    {
        var tree = await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken);
        return [.. (await SquigglesAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree)];
    }

    /// <summary>What the lightbulb at a squiggle offers.</summary>
    public async Task<IReadOnlyList<CodeAction>> LightbulbAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var fixer in FixersOf(diagnostic.Id))
            await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }

    /// <summary>What Fix All offers in a scope around a squiggle.</summary>
    public async Task<CodeAction> FixAllAsync(Document document, Diagnostic diagnostic, FixAllScope scope)
    {
        var fixer = FixersOf(diagnostic.Id).Single();
        var action = Assert.Single(await LightbulbAsync(document, diagnostic));
        var provider = fixer.GetFixAllProvider()!;
        Assert.Contains(scope, provider.GetSupportedFixAllScopes());
        var context = new FixAllContext(document, fixer, scope, action.EquivalenceKey!, [diagnostic.Id], new Squiggles(this, diagnostic.Id), TestContext.Current.CancellationToken);
        return (await provider.GetFixAsync(context))!;
    }

    /// <summary>Carries an action out, in the editor and on disk.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(TestContext.Current.CancellationToken))
            Assert.True(_workspace.TryApplyChanges(Assert.IsType<ApplyChangesOperation>(operation).ChangedSolution));
    }

    /// <summary>Types into the description.</summary>
    public async Task EditDescriptionAsync(string name, Func<string, string> edit)
    {
        var description = Project.AdditionalDocuments.Single(document => document.Name == name);
        var text = await description.GetTextAsync(TestContext.Current.CancellationToken);
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithAdditionalDocumentText(description.Id, SourceText.From(edit(text.ToString()), text.Encoding))));
    }

    private IEnumerable<CodeFixProvider> FixersOf(string id) => _fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(id));

    private sealed class Squiggles(OpenProject editor, string id) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await editor.SquigglesAsync(project)).Where(diagnostic => diagnostic.Id == id);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await editor.SquigglesAsync(document)).Where(diagnostic => diagnostic.Id == id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
