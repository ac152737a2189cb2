using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Testing.Analyzers;
using Specular.Testing.Generator;

namespace Specular.Quiet;

/// <summary>Clients that foreign code is compiled with.</summary>
/// <param name="Trees">The one in the same assembly.</param>
/// <param name="References">The others, and the frameworks.</param>
internal sealed record Clients(ImmutableArray<SyntaxTree> Trees, ImmutableArray<MetadataReference> References)
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER"]);

    public static Clients Generate(IEnumerable<string> descriptions)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("gong.yaml")!;
        using var reader = new StreamReader(stream);
        var gong = GeneratorSession.Generate(new DescriptionFile("gong.yaml", reader.ReadToEnd()) { Namespace = "Gong", ClientName = "GongClient" });
        var references = TestCode.Framework
            .AddRange(TestCode.ReferencesBeside(typeof(Microsoft.AspNetCore.Http.IFormCollection)))
            .Add(MetadataReference.CreateFromFile(typeof(Newtonsoft.Json.JsonConvert).Assembly.Location));
        return new Clients(
            [.. gong.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, ParseOptions, file.Key))],
            [.. references, .. descriptions.Select((path, index) => Emit(path, index))]);
    }

    private static MetadataReference Emit(string path, int index)
    {
        var session = new GeneratorSession(
            new ConsumerProject { AssemblyName = "Client" + index },
            new DescriptionFile(Path.GetFileName(path), File.ReadAllText(path)) { Namespace = "Client" + index, ClientName = "Client" }) { RequireCleanCompilation = false };
        using var image = new MemoryStream();
        var result = session.RunAnew().Compilation.Emit(image);
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(path + ":\n" + string.Join("\n", result.Diagnostics));
    }
}
