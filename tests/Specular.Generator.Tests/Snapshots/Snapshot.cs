using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Specular.Generator.Tests.Snapshots;

/// <summary>
/// Checked-in output, in files as Verify names them. A difference fails with the lines that differ;
/// with the environment variable SPECULAR_ACCEPT_SNAPSHOTS=1 the files are written instead.
/// </summary>
internal static partial class Snapshot
{
    private const int MaximumShown = 40;

    private static readonly bool s_accept = Environment.GetEnvironmentVariable("SPECULAR_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Compares texts by name with the verified files of a test.</summary>
    /// <param name="folder">The folder below Snapshots.</param>
    /// <param name="test">The name of the test: <c>Class.Method</c>.</param>
    /// <param name="texts">The texts; <c>A.g.cs</c> is verified as <c>Class.Method#A.g.verified.cs</c>.</param>
    public static void Verify(string folder, string test, IEnumerable<KeyValuePair<string, string>> texts)
    {
        var directory = Path.Combine(Folder(), folder);
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        var problems = new StringBuilder();
        foreach (var (name, text) in texts)
        {
            var file = test + "#" + Path.GetFileNameWithoutExtension(name) + ".verified" + Path.GetExtension(name);
            expected.Add(file);
            Compare(Path.Combine(directory, file), file, Scrub(text), problems);
        }

        foreach (var left in Directory.Exists(directory) ? Directory.EnumerateFiles(directory, test + "#*").Select(path => Path.GetFileName(path)!).Except(expected) : [])
        {
            if (s_accept)
                File.Delete(Path.Combine(directory, left));
            else
                problems.Append(left).Append(" is verified, but no longer generated.\n");
        }

        Assert.True(problems.Length == 0, problems + "Set SPECULAR_ACCEPT_SNAPSHOTS=1 and run the test again to accept what is generated now.");
    }

    private static void Compare(string path, string name, string text, StringBuilder problems)
    {
        if (s_accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        if (!File.Exists(path))
        {
            problems.Append(name).Append(" is generated, but not verified.\n");
            return;
        }

        var verified = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        if (verified != text)
            problems.Append(name).Append(" differs (- verified, + generated):\n").Append(Difference(verified.Split('\n'), text.Split('\n')));
    }

    /// <summary>The lines between the first and the last that differ, as a longest common subsequence leaves them.</summary>
    private static string Difference(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        int oldEnd = before.Length, newEnd = after.Length;
        while (oldEnd > start && newEnd > start && before[oldEnd - 1] == after[newEnd - 1])
        {
            oldEnd--;
            newEnd--;
        }

        var common = new int[oldEnd - start + 1, newEnd - start + 1];
        for (var i = oldEnd - start - 1; i >= 0; i--)
        {
            for (var j = newEnd - start - 1; j >= 0; j--)
                common[i, j] = before[start + i] == after[start + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lines = new List<string>();
        for (int i = start, j = start; i < oldEnd || j < newEnd;)
        {
            if (i < oldEnd && j < newEnd && before[i] == after[j])
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{j + 1,6}   {after[j]}"));
                i++;
                j++;
            }
            else if (j == newEnd || (i < oldEnd && common[i - start + 1, j - start] >= common[i - start, j - start + 1]))
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{i + 1,6} - {before[i++]}"));
            }
            else
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{j + 1,6} + {after[j++]}"));
            }
        }

        return string.Join("\n", lines.Take(MaximumShown)) + (lines.Count > MaximumShown ? "\n       … and " + (lines.Count - MaximumShown) + " more lines" : "") + "\n";
    }

    // The version goes up with every release, and says nothing about the code.
    private static string Scrub(string text) => Version().Replace(text, "$1{version}$2");

    // Found from where the tests run, since a deterministic build does not tell where its sources are.
    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Specular.Generator.Tests", "Snapshots");
            if (Directory.Exists(candidate))
                return candidate;
        }

        throw new DirectoryNotFoundException("There is no tests/Specular.Generator.Tests/Snapshots above the tests.");
    }

    [GeneratedRegex("""(GeneratedCode\("Specular", ")[0-9.]+("\))""")]
    private static partial Regex Version();
}
