using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Specular.Generator.Binding;
using Specular.Generator.Emitting;
using Specular.Generator.Model;
using Specular.Generator.Reading;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>What a run from the text on costs, beside what Microsoft.OpenApi needs to read it.</summary>
internal static class Phases
{
    public static readonly ClientOptions Options = new("Big", "BigClient", "public");
    public static readonly Capabilities Capabilities = new("Consumer", HasDateOnly: true, HasHttpClientFactory: false, LanguageVersion: 1400, default);

    private const int Rounds = 12;

    /// <summary>The first run in this process, with all that has to be compiled for it.</summary>
    public static void Start(string path, bool openApi)
    {
        var file = Driving.Read(path);
        var compilation = Driving.Project.Compile();
        var milliseconds = openApi
            ? Driving.Milliseconds(() => OpenApiDocument.Parse(file.Text!, "json"))
            : Driving.Milliseconds(() => Driving.Create(new InMemoryText(file)).RunGenerators(compilation));
        Driving.Say($"{(openApi ? "Microsoft.OpenApi, reading" : "Specular, from text to sources")}: {milliseconds:F0} ms");
    }

    /// <summary>Each part alone, in rounds: the first is cold, the last ones are what a compiler that has been up for a while takes.</summary>
    public static void Run(string path)
    {
        var file = Driving.Read(path);
        var source = SourceText.From(file.Text!);
        Console.WriteLine($"{"openapi/ms",10} {"reading/ms",10} {"binding/ms",10} {"emitting/ms",11} {"driver/ms",10} {"driver/openapi",14}");
        for (var i = 0; i < Rounds; i++)
        {
            Node? root = null;
            ClientModel? client = null;
            var openApi = Driving.Milliseconds(() => OpenApiDocument.Parse(file.Text!, "json"));
            var reading = Driving.Milliseconds(() => root = DescriptionReader.Read(path, source, default).Root);
            var binding = Driving.Milliseconds(() => client = Bind(root!));
            var emitting = Driving.Milliseconds(() => Emit(client!));
            var driver = Driving.Milliseconds(() => Driving.Create(new InMemoryText(file)).RunGenerators(Driving.Project.Compile()));
            Driving.Say($"{openApi,10:F0} {reading,10:F0} {binding,10:F0} {emitting,11:F0} {driver,10:F0} {driver / openApi,14:F2}");
        }
    }

    private static ClientModel Bind(Node root) => ClientBinder.Bind(new Description(root), Options, Capabilities, default).Client!;

    private static void Emit(ClientModel client)
    {
        ClientEmitter.Emit(client);
        foreach (var file in client.Schemas)
            SchemaEmitter.Emit(file, client.Context, default);
        foreach (var file in client.Operations)
            OperationFileEmitter.Emit(file, client.Context, default);
    }
}
