using Specular.Scale;

// What the generator costs, as a table on the console; docs/performance.md has the results and says how to read them.
string[] rest = [.. args.Skip(1)];
switch (args.FirstOrDefault())
{
    case "scale":
        Scaling.Run();
        return 0;
    case "size" when rest.Length == 1:
        Scaling.RunOne(int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case "start" when rest.Length >= 1:
        Phases.Start(rest[0], rest is [_, "openapi"]);
        return 0;
    case "phases" when rest.Length == 1:
        Phases.Run(rest[0]);
        return 0;
    case "edit" when rest.Length == 1:
        Edits.OfCode(rest[0]);
        Edits.OfText(rest[0], "summary", "paths");
        Edits.OfText(rest[0], "description", "\"schemas\":");
        Edits.OfProperty(rest[0]);
        return 0;
    case "edit" when rest.Length == 2:
        Edits.OfText(rest[0], "description", "\"" + rest[1] + "\":");
        return 0;
    case "memory" when rest.Length == 1:
        Retained.Run(rest[0]);
        return 0;
    case "cancel" when rest.Length == 1:
        Cancelling.Run(rest[0]);
        return 0;
    case "part" when rest.Length is 2 or 3:
        Part.Run(rest[0], rest[1], rest.ElementAtOrDefault(2));
        return 0;
    default:
        Console.Error.WriteLine("""
            scale                  time and memory over synthetic descriptions, and the exponent by which they grow
            start FILE [openapi]   the first run in a process: the whole generator, or Microsoft.OpenApi's reader alone
            phases FILE            reading, binding, emitting and the whole driver beside Microsoft.OpenApi, over and over
            edit FILE [NAME]       what an edit of code costs, and an edit of the description; or one of the text of that schema
            memory FILE            what stays alive between runs
            cancel FILE            how long the generator goes on after it is cancelled
            part FILE PATTERNS [OVERLAY | PROGRAM.cs]  a client of some operations, or what of it a program uses: its size, and how long the compiler takes for it
            """);
        return 1;
}
