using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.VisualBasic;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>Assemblies with what C# cannot write: the rules look through all of it.</summary>
public class OtherLanguagesTests
{
    private const string VisualBasic = """
        Imports System
        Imports System.Runtime.CompilerServices

        Public Class Store
            Default Public Property Item(index As Integer, key As String) As Integer
                Get
                    Return index
                End Get
                Set(value As Integer)
                End Set
            End Property

            Public Property Named(key As String) As Integer
                Get
                    Return 1
                End Get
                Set(value As Integer)
                End Set
            End Property

            Public Event Changed(ByRef id As Integer)
            Public WithEvents Inner As Store
        End Class

        Public Module Numbers
            <Extension> Public Function Small(ByRef id As Long, Optional origin As String = "http://acme.com", Optional at As Date = #1/1/2000#) As Integer
                Return CInt(id)
            End Function

            Public Sub Take(ByRef id As Integer, ParamArray ids As Integer())
            End Sub

            Public ReadOnly Property IntegrationId As Integer = 5
        End Module
        """;

    private const string Modified = """
        using System.Runtime.InteropServices;

        public class Modified
        {
            public volatile int IntegrationId;
            public required int Id { get; init; }
            public virtual ref readonly int In(in long id) => ref Id2;
            public static int Id2;
            public static T Plain<T>(T value) where T : unmanaged => value;
            public static unsafe delegate* unmanaged[Stdcall]<int, long> Pointer;
            public static unsafe delegate*<ref int, in long, void> Other;
        }

        public interface IParsed<TSelf> where TSelf : IParsed<TSelf> { static abstract TSelf From(long id); static abstract explicit operator int(TSelf value); }

        public ref struct Held { public ref int Id; }
        """;

    [Fact]
    public Task Visual_Basic() => VerifyAsync(
        Emit(VisualBasicCompilation.Create(
            "Store",
            [VisualBasicSyntaxTree.ParseText(VisualBasic, cancellationToken: TestContext.Current.CancellationToken)],
            [.. TestCode.Framework],
            new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary))),
        """
        var store = new Store();
        var whole = r.IntegrationId!.Value;
        store[1, "integrationId"] = {|SPEC101:(int)r.IntegrationId|};
        store.set_Named("integrationId", {|SPEC101:(int)r.IntegrationId|});
        var small = store.get_Named("allowedOrigin") + store[2, "a"] + whole.Small("http://acme.com") + Numbers.IntegrationId;
        store.Changed += (ref int id) => id = {|SPEC101:(int)r.IntegrationId|};
        Numbers.Take(ref small, 1, {|SPEC101:(int)r.IntegrationId|});
        var origin = new IntegrationTypeSettings { IntegrationType = IntegrationType.Dialer, AllowedOrigin = {|SPEC102:"http://acme.com"|} };
        """);

    [Fact]
    public Task F_sharp() => VerifyAsync(
        MetadataReference.CreateFromFile(typeof(Microsoft.FSharp.Core.Operators).Assembly.Location),
        """
        var option = Microsoft.FSharp.Core.FSharpOption<long>.Some(r.IntegrationId ?? 0);
        var list = Microsoft.FSharp.Collections.ListModule.OfSeq(new[] { r });
        var ids = list.Select(x => {|SPEC101:(int)x.IntegrationId|}).ToList();
        var result = Microsoft.FSharp.Core.FSharpResult<long, string>.NewOk(option.Value);
        var small = Microsoft.FSharp.Core.Operators.ToInt(result.ResultValue) + {|SPEC101:(int)r.IntegrationId|};
        var map = new Microsoft.FSharp.Collections.FSharpMap<string, string>(new[] { Tuple.Create("allowedOrigin", "http://acme.com") });
        """);

    [Fact]
    public Task Modifiers_and_pointers() => VerifyAsync(
        new TestCode { Files = ImmutableSortedDictionary<string, string>.Empty.Add("Modified.cs", Modified) }.Emit("Modified", withoutBodies: false),
        """
        var modified = new Modified { Id = {|SPEC101:(int)r.IntegrationId|} };
        modified.IntegrationId = {|SPEC101:(int)r.IntegrationId|};
        modified.In(r.IntegrationId.Value);
        var plain = Modified.Plain({|SPEC101:(int)r.IntegrationId|});
        unsafe
        {
            var id = {|SPEC101:(int)r.IntegrationId|};
            var answer = Modified.Pointer(id) + Modified.Pointer({|SPEC101:(int)r.IntegrationId|});
            Modified.Other(ref id, r.IntegrationId.Value);
            var held = new Held { Id = ref id };
        }
        """);

    private static async Task VerifyAsync(MetadataReference library, string body)
    {
        var code = GongClientSource.InSource with { References = [library] };
        var markup = Markup.Parse(Verify.InMethod(body + "\n        await Task.Yield();"));
        var found = await AnalyzerVerifier.RunAsync(AllRules.Analyzers, code, markup.Text);
        Assert.Equal(markup.Spans.Select(span => (span.Id, span.Span)), found.Select(diagnostic => ((string?)diagnostic.Id, diagnostic.Location.SourceSpan)));
    }

    private static MetadataReference Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
