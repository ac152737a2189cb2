using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Specular.Testing.Analyzers;

/// <summary>What a test compiles beside the source that it is about.</summary>
public sealed record TestCode
{
    private static readonly ConditionalWeakTable<TestCode, CSharpCompilation> s_compilations = [];

    /// <summary>The assemblies of the shared framework that the tests run on.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = ReferencesBeside(typeof(object));

    /// <summary>Further files, by name; generated code is told by its name or its first comment, as the compiler tells it.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>References beside the framework.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>False for code that stands on nothing but its own references, as where a restore has failed.</summary>
    public bool HasFramework { get; init; } = true;

    /// <summary>A library, or a program with top-level statements.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Every assembly in the folder of a type's assembly.</summary>
    public static ImmutableArray<MetadataReference> ReferencesBeside(Type type)
    {
        var folder = Path.GetDirectoryName(type.Assembly.Location);
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return
        [
            .. trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(path => Path.GetDirectoryName(path) == folder)
                .Order(StringComparer.Ordinal)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    /// <summary>Compiles this code into a reference for other code.</summary>
    /// <param name="assemblyName">The name of the assembly.</param>
    /// <param name="withoutBodies">True for a reference assembly, as the build hands from project to project.</param>
    /// <exception cref="VerificationException">It has errors.</exception>
    public MetadataReference Emit(string assemblyName, bool withoutBodies)
    {
        var compilation = CompileAs(assemblyName);
        using var stream = new MemoryStream();
        var options = new EmitOptions(metadataOnly: withoutBodies, includePrivateMembers: !withoutBodies);
        var result = compilation.Emit(stream, options: options);
        if (!result.Success)
            throw new VerificationException(string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>Compiles sources together with this code. References are bound once for all compilations of the same code.</summary>
    internal CSharpCompilation Compile(IEnumerable<KeyValuePair<string, string>> sources) =>
        s_compilations.GetValue(this, static code => code.CompileAs("Test")).AddSyntaxTrees(sources.Select(Parse));

    private CSharpCompilation CompileAs(string assemblyName)
    {
        var compilation = CSharpCompilation.Create(assemblyName, Files.Select(Parse), HasFramework ? Framework.AddRange(References) : References, CompilationOptions);
        // A compilation that is made of this one takes over what it has bound.
        _ = compilation.Assembly.GetAttributes();
        return compilation;
    }

    private static SyntaxTree Parse(KeyValuePair<string, string> file) => CSharpSyntaxTree.ParseText(file.Value, ParseOptions, file.Key);

    internal static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    internal CSharpCompilationOptions CompilationOptions => new(OutputKind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
}
