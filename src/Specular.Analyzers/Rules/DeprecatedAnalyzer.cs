using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.HttpRequests;
using Specular.Analyzers.Rules.Values;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC111: a parameter, a value made of text or a request by hand that the description deprecates. Of members that it deprecates the compiler warns itself (CS0618).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeprecatedAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that names the parameter to use instead.</summary>
    internal const string Replacement = "replacement";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.Deprecated);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, values, requests) = (api.Facts, api.Values, api.Requests);
            api.Bodies.StartWhere(start, Clue.Client | Clue.EnumText | Clue.Request, (body, clues) =>
            {
                if ((clues & Clue.Client) != 0)
                    body.RegisterOperationAction(operation => AnalyzeArgument(operation, facts), OperationKind.Argument);
                if ((clues & Clue.EnumText) != 0)
                    body.RegisterOperationAction(operation => AnalyzeText(operation, facts, values), OperationKind.Invocation);
                if ((clues & Clue.Request) != 0)
                    body.RegisterOperationAction(operation => AnalyzeRequest(operation, requests), OperationKind.Invocation, OperationKind.ObjectCreation);
            });
        });
    }

    private static void AnalyzeArgument(OperationAnalysisContext context, ApiFacts facts)
    {
        if (context.Operation is not IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { ContainingSymbol: IMethodSymbol method } parameter, Syntax: ArgumentSyntax syntax } argument)
            return;
        if (!facts.IsBesideClient(method) || ValueFacts.Of(parameter, facts) is not { Deprecated: true } value || argument.Value.IsNothing() || IsObsolete(method) || OperationFacts.Of(method, facts) is not { } operation)
            return;
        var other = method.Parameters.FirstOrDefault(candidate => value.Replacement is not null && !SymbolEqualityComparer.Default.Equals(candidate, parameter)
            && (facts.Of(candidate)?.WireName == value.Replacement || candidate.Name == value.Replacement));

        // What has to be given, and has nothing in its place, cannot be helped.
        if (!parameter.IsOptional && value.Replacement is null)
            return;
        var properties = other is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Replacement, other.Name);
        var cure = value.Replacement is null ? "Leave it out" : $"Use '{other?.Name ?? value.Replacement}'";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.Deprecated, syntax.GetLocation(), properties, $"the parameter '{parameter.Name}' of '{operation.Method} {operation.Path}'", cure));
    }

    /// <summary>A text that is made into a member which is deprecated.</summary>
    private static void AnalyzeText(OperationAnalysisContext context, ApiFacts facts, KnownValues values)
    {
        if (EnumText.In((IInvocationOperation)context.Operation, facts) is not { } found)
            return;
        foreach (var known in values.Of(found.Text, context.CancellationToken))
        {
            if (known.Constant is string text && found.Type.Members.FirstOrDefault(member => found.NameOf(member) == text).Field is { } field && IsObsolete(field))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.Deprecated, known.Place.GetLocation(), $"the value '{text}' of '{found.Type.Symbol.Name}'", "Use another of its values"));
        }
    }

    private static void AnalyzeRequest(OperationAnalysisContext context, WrittenRequests requests)
    {
        if (requests.Find(context.Operation, context.CancellationToken) is not { } request || !IsObsolete(request.Operation.Method))
            return;
        var facts = request.Operation.Facts;
        var cure = facts.Replacement is null ? "Ask its owner what is to be used instead" : $"Use '{requests.Operations.MethodFor(request.Operation.Client, facts.Replacement) ?? facts.Replacement}'";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.Deprecated, request.Url.Syntax.GetLocation(), $"the operation '{facts.Method} {facts.Path}'", cure));
    }

    private static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" });
}
