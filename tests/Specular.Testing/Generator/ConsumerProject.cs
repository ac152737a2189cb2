using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Testing.Analyzers;

namespace Specular.Testing.Generator;

/// <summary>The project that a client is generated into.</summary>
public sealed record ConsumerProject
{
    private static readonly ConcurrentDictionary<string, CSharpCompilation> s_empty = new();

    private static readonly string[] s_symbols =
    [
        "NET", "NET10_0", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER",
    ];

    /// <summary>The name of its assembly.</summary>
    public string AssemblyName { get; init; } = "Consumer";

    /// <summary>Its <c>RootNamespace</c>.</summary>
    public string RootNamespace { get; init; } = "Consumer";

    /// <summary>The version of C#.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>Whether XML documentation is parsed and its errors are reported.</summary>
    public DocumentationMode DocumentationMode { get; init; } = DocumentationMode.Diagnose;

    /// <summary>The compiler was started by a build, not by an editor.</summary>
    public bool IsBuild { get; init; }

    /// <summary>The consumer's own code.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>How the sources are parsed.</summary>
    public CSharpParseOptions ParseOptions => new CSharpParseOptions(LanguageVersion, DocumentationMode, preprocessorSymbols: s_symbols)
        .WithFeatures(IsBuild ? [KeyValuePair.Create("specular-build", "true")] : []);

    /// <summary>The project without generated code: nullable, with every warning that the compiler has.</summary>
    public CSharpCompilation Compile() => s_empty.GetOrAdd(AssemblyName, CompileEmpty).AddSyntaxTrees(
        Sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs")));

    // What is made of a compilation takes over the references that it has bound, which takes longer than all else.
    private static CSharpCompilation CompileEmpty(string assemblyName)
    {
        var compilation = CSharpCompilation.Create(
            assemblyName,
            references: TestCode.Framework,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        _ = compilation.Assembly.GetAttributes();
        return compilation;
    }
}
