using Specular.Generator.Emitting;
using Specular.Generator.Pipeline;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

public class PrintedFileTests
{
    [Fact]
    public void A_file_is_printed_once_whoever_asks()
    {
        var times = 0;
        var file = PrintedFile.Start(_ => new GeneratedFile("A.g.cs", "// " + Interlocked.Increment(ref times)), TestContext.Current.CancellationToken);

        var texts = new GeneratedFile[8];
        Parallel.For(0, texts.Length, i => texts[i] = file.Get(TestContext.Current.CancellationToken));

        Assert.All(texts, text => Assert.Same(texts[0], text));
        Assert.Equal("// 1", texts[0].Text.ToString());
    }

    [Fact]
    public void What_goes_wrong_is_told_to_everybody_who_asks()
    {
        var file = PrintedFile.Start(_ => throw new InvalidOperationException("broken"), TestContext.Current.CancellationToken);

        Assert.Equal("broken", Assert.Throws<InvalidOperationException>(() => file.Get(TestContext.Current.CancellationToken)).Message);
        Assert.Equal("broken", Assert.Throws<InvalidOperationException>(() => file.Get(TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void A_cancelled_run_gets_no_file_and_the_next_one_does()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var file = PrintedFile.Start(
            token =>
            {
                token.ThrowIfCancellationRequested();
                return new GeneratedFile("A.g.cs", "// A");
            },
            cancelled.Token);

        Assert.Throws<OperationCanceledException>(() => file.Get(cancelled.Token));
        Assert.Equal("// A", file.Get(TestContext.Current.CancellationToken).Text.ToString());
    }
}
