using Microsoft.CodeAnalysis;

namespace Specular.Analyzers;

/// <summary>Every id of a rule about code that uses a client. An id is never given to another rule.</summary>
internal static class RuleIds
{
    public const string NarrowedId = "SPEC101";
    public const string HttpsOrigin = "SPEC102";
    public const string NotInEnum = "SPEC103";
    public const string BrokenConstraint = "SPEC104";
    public const string DroppedResult = "SPEC105";
    public const string MissingCase = "SPEC106";
    public const string IgnoredRetryAfter = "SPEC107";
    public const string HttpClientPerCall = "SPEC108";
    public const string HandWrittenRequest = "SPEC109";
    public const string CredentialLiteral = "SPEC110";
    public const string Deprecated = "SPEC111";
    public const string WrongDirection = "SPEC112";
    public const string UndefinedEnum = "SPEC113";
    public const string OpenAnswer = "SPEC114";
    public const string FirstPage = "SPEC115";
    public const string ReadTwice = "SPEC116";

    /// <summary>A suppression, which has an id but reports nothing.</summary>
    public const string CoveredSwitch = "SPEC106S";
}

/// <summary>What the rules report.</summary>
internal static class Descriptors
{
    private const string HelpLinkBase = "https://github.com/specular-dotnet/specular/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor NarrowedId = Create(
        RuleIds.NarrowedId,
        "A 64-bit id is narrowed",
        "'{0}' is a 64-bit {3}; '{1}' {2}. Use 'long'.",
        DiagnosticSeverity.Warning,
        "The description says that this value is a 64-bit integer that identifies something. A smaller integer cuts it off or refuses it, and a binary "
        + "floating-point number rounds it: what is left is the id of something else, or of nothing.");

    public static readonly DiagnosticDescriptor HttpsOrigin = Create(
        RuleIds.HttpsOrigin,
        "An origin is not an https origin",
        "'{0}' takes an https origin, but {1}. {2}.",
        DiagnosticSeverity.Warning,
        "The description says that this value is an https origin: 'https://', a host and, where it needs one, a port, and nothing else (RFC 6454). The API refuses anything else, "
        + "or takes it and never matches it.");

    public static readonly DiagnosticDescriptor NotInEnum = Create(
        RuleIds.NotInEnum,
        "A constant is not one of the listed values",
        "{0} is none of the values that '{1}' has. {2}.",
        DiagnosticSeverity.Warning,
        "The description lists the values that are allowed, and this constant is not among them. On the wire a value counts exactly as it is spelled, capitals included.");

    public static readonly DiagnosticDescriptor BrokenConstraint = Create(
        RuleIds.BrokenConstraint,
        "A constant breaks a constraint of the description",
        "'{0}' does not take this value: {1}",
        DiagnosticSeverity.Warning,
        "The description says what a value has to be like: its pattern, length, range or format, or how many items it has. The API refuses anything else.");

    public static readonly DiagnosticDescriptor DroppedResult = Create(
        RuleIds.DroppedResult,
        "The outcome of an operation is dropped",
        "{0}. {1}.",
        DiagnosticSeverity.Warning,
        "A task that nobody awaits fails unseen, and a method that returns a result does not throw for a status: where the result is not looked at, or only its success is, a refused request looks like one that went well.");

    public static readonly DiagnosticDescriptor MissingCase = Create(
        RuleIds.MissingCase,
        "A switch leaves out cases of a closed type",
        "'{0}' can also be {1}, which this switch leaves out",
        DiagnosticSeverity.Warning,
        "The results of operations and the choices of a description are closed types: they have the cases that the description declares, one for everything else, and no more. "
        + "A switch that leaves some out throws at run time, or silently does nothing.");

    public static readonly DiagnosticDescriptor IgnoredRetryAfter = Create(
        RuleIds.IgnoredRetryAfter,
        "A retry ignores how long the server asks to wait",
        "This retry waits a time of its own, and ignores '{0}', which is what the server asks for. {1}.",
        DiagnosticSeverity.Warning,
        "A server that has too much to do says in Retry-After (RFC 9110, section 10.2.3) when to come back. Whoever comes back earlier is refused again, and many APIs then count on.");

    public static readonly DiagnosticDescriptor HttpClientPerCall = Create(
        RuleIds.HttpClientPerCall,
        "A client gets an HttpClient of its own for each call",
        "'{0}' gets a new HttpClient {1}: no connection is used twice, and under load the ports run out. Keep one, or {2}.",
        DiagnosticSeverity.Warning,
        "An HttpClient is made to be kept: it holds the connections to the server. One that is made for each call opens a connection for each, whose port stays taken for minutes after it is closed.");

    public static readonly DiagnosticDescriptor HandWrittenRequest = Create(
        RuleIds.HandWrittenRequest,
        "A request that the client has a method for is written by hand",
        "'{0}' is an operation of the description: call '{1}', which knows its parameters, answers and errors",
        DiagnosticSeverity.Warning,
        "The description has this operation, and the client a method for it. What is written by hand is not checked against the description, and does not change with it.");

    public static readonly DiagnosticDescriptor CredentialLiteral = Create(
        RuleIds.CredentialLiteral,
        "A credential stands in the source code",
        "'{0}' is a credential, and this one stands in the source code. Read it from configuration, a secret store or the environment.",
        DiagnosticSeverity.Warning,
        "Whoever can read the source code, its history or the compiled program can use a credential that stands in it, and nobody can change it without a release.");

    public static readonly DiagnosticDescriptor Deprecated = Create(
        RuleIds.Deprecated,
        "Something that the description deprecates is used",
        "The description says that {0} is deprecated. {1}.",
        DiagnosticSeverity.Warning,
        "What is deprecated still works, and will not for ever. The compiler warns of members that are (CS0618); it has nothing to say of parameters, of values that are made of text, and of requests that are written by hand.");

    public static readonly DiagnosticDescriptor WrongDirection = Create(
        RuleIds.WrongDirection,
        "A property is used in the wrong direction",
        "{0}. {1}.",
        DiagnosticSeverity.Warning,
        "A property that is 'readOnly' is sent by the server only: in a request it is ignored or refused. One that is 'writeOnly' is sent to the server only: no answer has it.");

    public static readonly DiagnosticDescriptor UndefinedEnum = Create(
        RuleIds.UndefinedEnum,
        "An enum value is none of the description's",
        "'{0}' is no value that the description has for '{1}'. Use {2}.",
        DiagnosticSeverity.Warning,
        "The members of an enum of the API stand for the values that its description lists. 'default' and casts of other numbers stand for none of them: the client refuses to send them, "
        + "or the API refuses to take them.");

    public static readonly DiagnosticDescriptor OpenAnswer = Create(
        RuleIds.OpenAnswer,
        "The body of an answer is left open",
        "The answer of '{0}' holds its connection until its body has been read or is disposed, and {1}. {2}.",
        DiagnosticSeverity.Warning,
        "A download, or a sequence of items, is read as it comes: the connection belongs to it until it has been read to its end, or is disposed. One that is left open is not used again, and the server may have to keep its side of it.");

    public static readonly DiagnosticDescriptor FirstPage = Create(
        RuleIds.FirstPage,
        "Only the first page of an answer is read",
        "'{0}' answers in pages, and '{1}', which leads to the next one, is not looked at. Give it to '{2}' until there is none, or say how many items you want.",
        DiagnosticSeverity.Info,
        "The answer has a name for the next page, and the operation a parameter that takes it. Who does not look at it has all there is only while it fits on one page.");

    public static readonly DiagnosticDescriptor ReadTwice = Create(
        RuleIds.ReadTwice,
        "The items of an answer are read twice",
        "The items of '{0}' are read as they come, and are there once: this reads them a second time, and finds none. Keep them in a list, or call the operation again.",
        DiagnosticSeverity.Warning,
        "Server-sent events and JSON lines are read off the connection as they come, which ends with the last of them. There is nothing left to read for a second loop.");

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, string description) =>
        new(id, title, message, "Specular.Usage", severity, isEnabledByDefault: true, description, HelpLinkBase + id + ".md");
}
