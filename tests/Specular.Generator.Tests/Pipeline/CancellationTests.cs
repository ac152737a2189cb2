using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding;
using Specular.Generator.Emitting;
using Specular.Generator.Model;
using Specular.Generator.Reading;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

/// <summary>An editor takes back what it has asked for with the next key. How long it then takes until the generator ends is measured by Specular.Scale.</summary>
public class CancellationTests
{
    private static readonly string s_text = SyntheticDescription.Of(500);
    private static readonly DescriptionFile s_file = new("large.json", s_text) { Namespace = "Large", ClientName = "LargeClient" };
    private static readonly CancellationToken s_cancelled = new(canceled: true);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(13)]
    public void A_run_that_is_cancelled_anywhere_ends_so_and_the_next_one_gives_everything(int tenths)
    {
        var expected = new GeneratorSession(null, s_file) { RequireCleanCompilation = false }.Run(TestContext.Current.CancellationToken).Files;
        var session = new GeneratorSession(null, s_file) { RequireCleanCompilation = false };
        using var source = new CancellationTokenSource();

        // Memory is what tells how far the run has come; where it has ended before, it has ended well.
        var until = GC.GetTotalAllocatedBytes() + (tenths * 10_000_000L);
        var canceller = new Thread(() =>
        {
            while (GC.GetTotalAllocatedBytes() < until && !source.IsCancellationRequested)
                Thread.Yield();
            source.Cancel();
        });
        canceller.Start();
        try
        {
            Assert.Equal(expected, session.Run(source.Token).Files);
        }
        catch (OperationCanceledException exception)
        {
            Assert.True(exception.CancellationToken == source.Token || source.IsCancellationRequested);
        }

        source.Cancel();
        canceller.Join();
        Assert.Equal(expected, session.Run(TestContext.Current.CancellationToken).Files);
    }

    [Fact]
    public void Every_part_of_a_run_asks()
    {
        var source = SourceText.From(s_text);
        var root = DescriptionReader.Read("large.json", source, CancellationToken.None).Root!;
        var client = Bind(root, CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => ReferenceScan.Find(source, s_cancelled));
        Assert.Throws<OperationCanceledException>(() => DescriptionReader.Read("large.json", source, s_cancelled));
        Assert.Throws<OperationCanceledException>(() => DescriptionReader.Read("large.yaml", SourceText.From("openapi: 3.0.3\n" + s_text), s_cancelled));
        Assert.Throws<OperationCanceledException>(() => Bind(root, s_cancelled));
        Assert.All(client.Schemas, file => Assert.Throws<OperationCanceledException>(() => SchemaEmitter.Emit(file, client.Context, s_cancelled)));
        Assert.All(client.Operations, file => Assert.Throws<OperationCanceledException>(() => OperationFileEmitter.Emit(file, client.Context, s_cancelled)));
    }

    private static ClientModel Bind(Node root, CancellationToken cancellationToken) => ClientBinder.Bind(
        new Description(root, cancellationToken: cancellationToken), new ClientOptions("Large", "LargeClient", "public"), new Capabilities("Consumer", true, false, 1400, default), cancellationToken).Client!;
}
