using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.HttpClients;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC108: a client gets an HttpClient that is made for one call, one turn of a loop or one request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HttpClientPerCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.HttpClientPerCall);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api || start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpClient") is not { } httpClient)
                return;
            var repetition = new Repetition(start.Compilation);
            var (facts, flow) = (api.Facts, api.Flow);
            api.Bodies.RegisterWhere(start, Clue.Client, operation => Analyze(operation, facts, httpClient, flow, repetition), OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ApiFacts facts, INamedTypeSymbol httpClient, ValueFlow flow, Repetition repetition)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (facts.ClientOf(creation.Type) is not { } client || creation.Arguments.FirstOrDefault(argument => Is(argument.Parameter?.Type, httpClient))?.Value.Unwrapped() is not { } given)
            return;
        var locals = flow.LocalsAround(creation);
        var local = (given as ILocalReferenceOperation)?.Local;
        var made = local is null ? given : locals.ValueOf(local)?.Unwrapped();
        if (made is not IObjectCreationOperation http || !Is(http.Type, httpClient) || SharesConnections(http, locals))
            return;

        // What outlives the body may be kept, and made once; what the body itself disposes is not.
        if (local is null || !IsDisposedHere(local, context.CancellationToken))
        {
            if (!StaysHere(creation, locals) || (local is not null && locals.ReferencesTo(local).Any(reference => reference != given && !IsReceiver(reference))))
                return;
        }
        if (repetition.Of(http, context.ContainingSymbol, context.CancellationToken) is not { } when)
            return;
        var cure = client.Type.ContainingNamespace.GetTypeMembers(client.Type.Name + "Extensions").Any(extensions => extensions.GetMembers("Add" + client.Type.Name).Length > 0)
            ? $"register the client with 'Add{client.Type.Name}'"
            : "take it from IHttpClientFactory";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.HttpClientPerCall, http.Syntax.GetLocation(), client.Type.Name, when, cure));
    }

    /// <summary>True where the connections belong to a handler that may be kept.</summary>
    private static bool SharesConnections(IObjectCreationOperation http, LocalValues locals)
    {
        if (http.Arguments.IsEmpty)
            return false;
        var handler = http.Arguments[0].Value.Unwrapped();
        if (handler is ILocalReferenceOperation local)
            handler = locals.ValueOf(local.Local)?.Unwrapped();
        return handler is not IObjectCreationOperation { Type: { Name: "HttpClientHandler" or "SocketsHttpHandler" } type } || type.ContainingNamespace.ToDisplayString() != "System.Net.Http";
    }

    private static bool IsDisposedHere(ILocalSymbol local, CancellationToken cancellationToken) =>
        local.IsUsing || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).Parent?.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.UsingStatementSyntax;

    /// <summary>True where nothing but calls is done with the client.</summary>
    private static bool StaysHere(IOperation creation, LocalValues locals)
    {
        if (IsReceiver(creation))
            return true;
        var parent = creation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } && locals.ReferencesTo(declarator.Symbol).All(IsReceiver);
    }

    /// <summary>True where a value is there for its own members.</summary>
    private static bool IsReceiver(IOperation value) => value.ParentAboveParentheses() switch
    {
        IInvocationOperation call => call.Instance?.Unwrapped() == value,
        IMemberReferenceOperation member => member is not IMethodReferenceOperation && member.Instance?.Unwrapped() == value,
        IConditionalAccessOperation access => access.Operation.Unwrapped() == value,
        _ => false,
    };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);
}
