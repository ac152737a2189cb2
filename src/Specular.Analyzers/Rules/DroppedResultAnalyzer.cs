using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
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
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, flow) = (api.Facts, api.Flow);
            api.Bodies.StartWhere(start, Clue.Client, (body, _) =>
            {
                body.RegisterOperationAction(operation => AnalyzeStatement(operation, facts), OperationKind.ExpressionStatement);
                body.RegisterOperationAction(operation => AnalyzeCondition(operation, facts, flow), OperationKind.Conditional);
                body.RegisterOperationAction(operation => AnalyzeCast(operation, facts, flow), OperationKind.Conversion);
                body.RegisterOperationAction(operation => AnalyzeVariable(operation, facts, flow), OperationKind.VariableDeclarator);
            });
        });
    }

    private static void AnalyzeStatement(OperationAnalysisContext context, ApiFacts facts)
    {
        var value = ((IExpressionStatementOperation)context.Operation).Operation.Unwrapped();
        if (value is IConditionalAccessOperation access)
            value = access.WhenNotNull.Unwrapped();
        if (WaitedFor(value) is { } task)
        {
            foreach (var waited in CallsIn(task, facts))
                ReportDropped(context, waited);
        }
        else if (ResultCall.Of(value, facts) is { } call && !IsCompilersBusiness(context, call))
        {
            Report(context, call.Place, $"The task of '{call.Name}' is dropped: nobody learns whether it fails", "Await it, or hand it on");
        }
    }

    /// <summary>A variable that is given a task or a result, and that nobody looks at.</summary>
    private static void AnalyzeVariable(OperationAnalysisContext context, ApiFacts facts, ValueFlow flow)
    {
        var variable = (IVariableDeclaratorOperation)context.Operation;
        if (variable.GetVariableInitializer()?.Value.Unwrapped() is not { } value)
            return;
        var awaited = value as IAwaitOperation;
        if (ResultCall.Of(awaited is null ? value : awaited.Operation, facts) is not { } call || (awaited is not null && call.Cases.IsEmpty))
            return;
        if (variable.Symbol.Name.Trim('_').Length == 0 || flow.LocalsAround(variable).ReferencesTo(variable.Symbol).Count > 0)
            return;
        if (awaited is not null)
            ReportDropped(context, call);
        else
            Report(context, call.Place, $"The task of '{call.Name}' is dropped: nobody learns whether it fails", "Await it, or hand it on");
    }

    /// <summary>The task that a statement waits for: by <c>await</c>, <c>Wait()</c> or <c>GetAwaiter().GetResult()</c>.</summary>
    private static IOperation? WaitedFor(IOperation statement) => statement switch
    {
        IAwaitOperation awaited => awaited.Operation,
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { Type.Name: "Task" } task } => task,
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } } => task,
        _ => null,
    };

    /// <summary>The calls of operations whose results a task gives: it is the call itself, or <c>Task.WhenAll</c> of several.</summary>
    private static IEnumerable<ResultCall> CallsIn(IOperation task, ApiFacts facts)
    {
        if (ResultCall.Of(task, facts) is { } call)
            return call.Cases.IsEmpty ? [] : [call];
        if (task.Unwrapped() is not IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } } all)
            return [];
        return all.Arguments.SelectMany(static argument => argument.Value.Unwrapped() switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            { Kind: OperationReading.CollectionExpression } elements => elements.ChildOperations,
            IInvocationOperation { TargetMethod.Name: "Select" } select => select.Descendants().OfType<IAnonymousFunctionOperation>().Take(1).SelectMany(static lambda => MemberValues.ReturnsIn(lambda.Body)),
            var value => [value],
        }).Select(value => ResultCall.Of(value, facts)).Where(static found => found is { Cases.IsEmpty: false }).Select(static found => found!);
    }

    private static void ReportDropped(OperationAnalysisContext context, ResultCall call)
    {
        var properties = call.ThrowingName is { } throwing ? ImmutableDictionary<string, string?>.Empty.Add(Throwing, throwing) : ImmutableDictionary<string, string?>.Empty;
        var cure = call.ThrowingName is null ? "Look at it" : $"Call '{call.ThrowingName}', which throws, or look at it";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedResult, call.Place, properties, $"The result of '{call.Name}' is dropped, and with it every failure", cure));
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
    private static void AnalyzeCondition(OperationAnalysisContext context, ApiFacts facts, ValueFlow flow)
    {
        if (context.Operation is not IConditionalOperation { Type: null, WhenFalse: null } statement || Test(statement.Condition) is not { } test || ClosedType.CasesOf(test.Value.Type, facts).IsEmpty)
            return;
        var value = test.Value.Unwrapped();
        if (value is ILocalReferenceOperation local)
        {
            var locals = flow.LocalsAround(local);
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

    /// <summary><c>((XResult.Ok)await client.XResultAsync()).Body</c>, and the same by way of a local of which nothing else is asked.</summary>
    private static void AnalyzeCast(OperationAnalysisContext context, ApiFacts facts, ValueFlow flow)
    {
        var cast = (IConversionOperation)context.Operation;
        if (cast.IsImplicit || cast.Type is not INamedTypeSymbol target || !ResultCall.IsSuccess(target) || !facts.IsInClientAssembly(target))
            return;
        var value = cast.Operand.Unwrapped();
        if (value is ILocalReferenceOperation local && flow.LocalsAround(local) is var locals)
            value = locals.ReferencesTo(local.Local).All(static reference => reference.ParentAboveParentheses() is IConversionOperation { IsImplicit: false }) ? locals.ValueOf(local.Local)?.Unwrapped() : null;
        if (value is not IAwaitOperation awaited)
            return;
        if (cast.IsTryCast && cast.ParentAboveParentheses() is not IMemberReferenceOperation)
            return;
        if (ResultCall.Of(awaited.Operation, facts) is not { Cases.IsEmpty: false } call || !call.Cases.Contains(target, SymbolEqualityComparer.Default))
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
