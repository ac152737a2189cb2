using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.ClosedTypes;
using Specular.Analyzers.Rules.DroppedResults;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC105: the task or the result of an operation is dropped, or only its success is looked at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedResultAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that names the method to call instead.</summary>
    internal const string Throwing = "throwing";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DroppedResult);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiFacts.Find(start.Compilation) is not { } facts)
                return;
            start.RegisterOperationBlockStartAction(block =>
            {
                var locals = new LocalValues(block.OperationBlocks);
                block.RegisterOperationAction(operation => AnalyzeStatement(operation, facts), OperationKind.ExpressionStatement);
                block.RegisterOperationAction(operation => AnalyzeCondition(operation, facts, locals), OperationKind.Conditional);
                block.RegisterOperationAction(operation => AnalyzeCast(operation, facts), OperationKind.Conversion);
            });
        });
    }

    private static void AnalyzeStatement(OperationAnalysisContext context, ApiFacts facts)
    {
        var value = ((IExpressionStatementOperation)context.Operation).Operation.Unwrapped();
        if (value is IConditionalAccessOperation access)
            value = access.WhenNotNull.Unwrapped();
        if (value is IAwaitOperation awaited)
        {
            if (ResultCall.Of(awaited.Operation, facts) is { Cases.IsEmpty: false } call)
            {
                var properties = call.ThrowingName is { } throwing ? ImmutableDictionary<string, string?>.Empty.Add(Throwing, throwing) : ImmutableDictionary<string, string?>.Empty;
                var cure = call.ThrowingName is null ? "Look at it" : $"Call '{call.ThrowingName}', which throws, or look at it";
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedResult, call.Place, properties, $"The result of '{call.Name}' is dropped, and with it every failure", cure));
            }
        }
        else if (ResultCall.Of(value, facts) is { } call && !IsCompilersBusiness(context, call))
        {
            Report(context, call.Place, $"The task of '{call.Name}' is dropped: nobody learns whether it fails", "Await it, or hand it on");
        }
    }

    /// <summary>True where the compiler warns itself (CS4014).</summary>
    private static bool IsCompilersBusiness(OperationAnalysisContext context, ResultCall call)
    {
        if (call.Invocation.TargetMethod.IsAsync)
            return true;
        for (var parent = context.Operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation local:
                    return local.Symbol.IsAsync;
            }
        }
        return context.ContainingSymbol is IMethodSymbol { IsAsync: true };
    }

    /// <summary><c>if (result is Ok ok) { … }</c> without <c>else</c>, after which the code goes on as if nothing had been.</summary>
    private static void AnalyzeCondition(OperationAnalysisContext context, ApiFacts facts, LocalValues locals)
    {
        if (context.Operation is not IConditionalOperation { Type: null, WhenFalse: null } statement || Test(statement.Condition) is not { } test)
            return;
        var value = test.Value.Unwrapped();
        if (value is ILocalReferenceOperation local)
        {
            if (locals.ReferencesTo(local.Local).Any(reference => reference != local && !IsWithin(reference, statement.WhenTrue)))
                return;
            value = locals.ValueOf(local.Local)?.Unwrapped();
        }
        if (value is not IAwaitOperation awaited || ResultCall.Of(awaited.Operation, facts) is not { Cases.IsEmpty: false } call)
            return;
        if (call.Failures.Any(type => test.MayMatch(type)) || !call.Cases.Except(call.Failures, SymbolEqualityComparer.Default).Cast<INamedTypeSymbol>().Any(type => test.MayMatch(type)))
            return;
        if (!LeavesNoTrace(statement.WhenTrue))
            return;
        Report(context, statement.Condition.Syntax.GetLocation(), $"Only the success of '{call.Name}' is looked at; {Shown(call)} passes in silence", "Add an 'else', or 'switch' over the result");
    }

    /// <summary><c>((XResult.Ok)await client.XResultAsync()).Body</c>.</summary>
    private static void AnalyzeCast(OperationAnalysisContext context, ApiFacts facts)
    {
        var cast = (IConversionOperation)context.Operation;
        if (cast.IsImplicit || cast.Type is not INamedTypeSymbol target || cast.Operand.Unwrapped() is not IAwaitOperation awaited)
            return;
        if (cast.IsTryCast && cast.ParentAboveParentheses() is not IMemberReferenceOperation)
            return;
        if (ResultCall.Of(awaited.Operation, facts) is not { Cases.IsEmpty: false } call || !call.Cases.Contains(target, SymbolEqualityComparer.Default) || !ResultCall.IsSuccess(target))
            return;
        var cure = call.ThrowingName is null ? "'switch' over the result" : $"Call '{call.ThrowingName}', or 'switch' over the result";
        Report(context, cast.Syntax.GetLocation(), $"The cast takes the success of '{call.Name}' for granted; {Shown(call)} ends in an exception that does not tell what the server said", cure);
    }

    private static (IOperation Value, System.Func<INamedTypeSymbol, bool> MayMatch)? Test(IOperation condition) => condition.Unwrapped() switch
    {
        IIsPatternOperation test => (test.Value, type => CaseCoverage.MayMatch(test.Pattern, type)),
        IIsTypeOperation { IsNegated: false } test => (test.ValueOperand, type => SymbolEqualityComparer.Default.Equals(type, test.TypeOperand)),
        _ => null,
    };

    /// <summary>True where nothing after the branch can tell whether it was taken: it neither leaves, nor sets anything that was there before.</summary>
    private static bool LeavesNoTrace(IOperation branch)
    {
        var declared = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in branch.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IReturnOperation or IThrowOperation or IBranchOperation:
                    return false;
                case IVariableDeclaratorOperation declarator:
                    declared.Add(declarator.Symbol);
                    break;
                case IAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } assignment when !(assignment.Target is ILocalReferenceOperation local && declared.Contains(local.Local)):
                    return false;
                case IIncrementOrDecrementOperation { Target: var counted } when !(counted is ILocalReferenceOperation local && declared.Contains(local.Local)):
                    return false;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                    return false;
            }
        }
        return true;
    }

    private static bool IsWithin(IOperation operation, IOperation ancestor)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current == ancestor)
                return true;
        }
        return false;
    }

    private static string Shown(ResultCall call)
    {
        var failures = call.Failures.Select(static type => "'" + type.Name + "'").ToList();
        return failures.Count <= 3 ? string.Join(" or ", failures) : string.Join(", ", failures.Take(2)) + " or any other failure";
    }

    private static void Report(OperationAnalysisContext context, Location place, string what, string cure) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedResult, place, what, cure));
}
