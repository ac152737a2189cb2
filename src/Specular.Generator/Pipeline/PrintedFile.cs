using System;
using System.Threading;
using Specular.Generator.Emitting;

namespace Specular.Generator.Pipeline;

/// <summary>
/// A file that is being printed: by a thread of the pool, or by whoever asks for it before one has come to it. So all files that have to be printed are, side by
/// side, while the compiler takes them one by one; and nobody ever waits for a thread that is not there.
/// </summary>
internal sealed class PrintedFile
{
    private readonly object _gate = new();
    private Func<CancellationToken, GeneratedFile>? _print;
    private GeneratedFile? _file;

    private PrintedFile(Func<CancellationToken, GeneratedFile> print) => _print = print;

    /// <param name="print">Prints the file.</param>
    /// <param name="cancellationToken">Of the run that needs the file.</param>
    public static PrintedFile Start(Func<CancellationToken, GeneratedFile> print, CancellationToken cancellationToken)
    {
        var file = new PrintedFile(print);
        ThreadPool.UnsafeQueueUserWorkItem(_ => file.PrintAhead(cancellationToken), null);
        return file;
    }

    /// <summary>The file.</summary>
    public GeneratedFile Get(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_file is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _file = _print!(cancellationToken);
                _print = null;
            }

            return _file;
        }
    }

    private void PrintAhead(CancellationToken cancellationToken)
    {
        // Who asks while this prints waits for it; once it is there, nobody has to look again.
        try
        {
            if (!cancellationToken.IsCancellationRequested)
                Get(cancellationToken);
        }
        catch (Exception)
        {
            // It comes to the same for whoever asks, and there the compiler hears of it.
        }
    }
}
