using Specular.Quiet;

// Runs every rule over code that has nothing to do with an API, beside clients, and lists what they say: each line of it is either right or a false alarm.
//   dotnet run --project tests/Specular.Quiet -c Release -- [--description FILE]… FOLDER…
// Each folder is compiled by itself, as far as it compiles. The client of Gong's endpoint is in the same assembly, those of the descriptions given are referenced.
var descriptions = new List<string>();
var folders = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--description" && i + 1 < args.Length)
        descriptions.Add(args[++i]);
    else
        folders.Add(args[i]);
}
if (folders.Count == 0)
{
    Console.Error.WriteLine("Which folders?");
    return 2;
}

var clients = Clients.Generate(descriptions);
var (files, reported, crashes) = (0, 0, 0);
foreach (var folder in folders)
{
    var result = await ForeignFolder.AnalyzeAsync(folder, clients);
    Console.WriteLine($"{folder}: {result.Files} files, {result.Errors} errors, {result.Diagnostics.Count} diagnostics");
    foreach (var line in result.Diagnostics)
        Console.WriteLine("  " + line);
    files += result.Files;
    reported += result.Diagnostics.Count;
    crashes += result.Crashes;
}
Console.WriteLine($"{files} files, {reported} diagnostics, {crashes} crashes");
return crashes > 0 ? 1 : 0;
