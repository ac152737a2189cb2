using Microsoft.CodeAnalysis;

namespace Specular.Generator.Diagnostics;

/// <summary>Every diagnostic about a description. An id is never used again for something else.</summary>
internal static class Descriptors
{
    private const string Category = "Specular.Description";
    private const string HelpLinkBase = "https://github.com/specular-dotnet/specular/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor Unreadable = Create(
        "SPEC001", "The description cannot be read", "The description cannot be read: {0}", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotADescription = Create(
        "SPEC002", "Not an OpenAPI description", "This is not an OpenAPI description that a client can come of: {0}", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnresolvedReference = Create(
        "SPEC003", "A reference does not resolve", "'{0}' does not resolve: {1}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotSupported = Create(
        "SPEC004", "Part of the description is not honoured", "{0}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ReadAsMeant = Create(
        "SPEC005", "The description is read as it was meant", "{0}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Ignored = Create(
        "SPEC006", "An invalid part of the description is ignored", "{0}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Renamed = Create(
        "SPEC007", "A name had to differ from the description's", "{0}", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor NoServer = Create(
        "SPEC008", "A base address has to be given", "{0}", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor InvalidOption = Create(
        "SPEC009", "An option of the client is invalid", "{0}", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor Failed = Create(
        "SPEC010", "The generator failed", "The generator failed on this description, which is a defect of Specular; please report it: {0}", DiagnosticSeverity.Error);

    // SPEC011, a file that is not there, is reported by the package's MSBuild targets.
    public static readonly DiagnosticDescriptor Choice = Create(
        "SPEC012", "The description leaves a choice", "{0}", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor LeftToCaller = Create(
        "SPEC016", "Part of the description is left to the caller", "{0}", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor LanguageVersion = Create(
        "SPEC020", "The C# version is too old", "{0}", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InvalidOverlay = Create(
        "SPEC013", "An overlay cannot be applied", "The overlay cannot be applied: {0}", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnmatchedTarget = Create(
        "SPEC014", "The target of an overlay matches nothing", "'{0}' matches nothing in the description; this action changes nothing", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnmatchedPattern = Create(
        "SPEC015", "A pattern matches no operation", "{0}", DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id + ".md");
}
