using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.Constraints;
using Specular.Analyzers.Rules.Values;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC103: a constant is not one of the values that the description lists.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotInEnumAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NotInEnum);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, values) = (api.Facts, api.Values);
            api.Bodies.StartWhere(start, Clue.Client | Clue.EnumText, (body, clues) =>
            {
                if ((clues & Clue.Client) != 0)
                    body.RegisterOperationAction(operation => AnalyzeSink(operation, facts, values), ApiSink.Kinds);
                if ((clues & Clue.EnumText) == 0)
                    return;
                body.RegisterOperationAction(operation => AnalyzeCall(operation, facts, values), OperationKind.Invocation);
                body.RegisterOperationAction(operation => AnalyzeComparison(operation, facts), OperationKind.Binary);
            });
        });
    }

    /// <summary>A number, text or flag that has a list of values and no C# enum for them.</summary>
    private static void AnalyzeSink(OperationAnalysisContext context, ApiFacts facts, KnownValues values)
    {
        if (ApiSink.Find(context.Operation, facts) is not { } sink || ValueFacts.Of(sink.Member, facts) is not { Enum: { IsEmpty: false } listed })
            return;
        foreach (var known in values.Of(sink.Value, context.CancellationToken))
        {
            if (known.Constant is { } constant && !listed.Any(value => Same(constant, value)))
                Report(context, known, known.Place.ToString(), sink.Member.Name, "Use " + Choice(listed), Near(constant as string, listed));
        }
    }

    /// <summary>A text that is made into a member of an enum.</summary>
    private static void AnalyzeCall(OperationAnalysisContext context, ApiFacts facts, KnownValues values)
    {
        if (EnumText.In((IInvocationOperation)context.Operation, facts) is not { } found)
            return;
        var type = found.Type;
        var allowed = type.Members.Select(member => found.NameOf(member)).ToImmutableArray();
        if (found.IsWireValue)
            CheckTexts(context, values, found.Text, type, allowed, "Use " + Choice(allowed), text => Near(text, allowed) ?? WireValueOf(text, type));
        else
            CheckTexts(context, values, found.Text, type, allowed, "Its members are " + Choice(allowed, "and"), text => MemberOf(text, type));
    }

    /// <summary>A comparison with a value on the wire that is spelled like one, but not the same.</summary>
    private static void AnalyzeComparison(OperationAnalysisContext context, ApiFacts facts)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return;
        foreach (var (one, other) in new[] { (comparison.LeftOperand, comparison.RightOperand), (comparison.RightOperand, comparison.LeftOperand) })
        {
            if (one.Unwrapped() is not IInvocationOperation { TargetMethod: { Name: "ToWireValue" } method, Arguments: [var value] } || !facts.IsInClientAssembly(method))
                continue;
            if (ApiEnum.Of(value.Value.Type, facts) is not { } type || other.ConstantText() is not { } text)
                continue;
            var wireValues = type.Members.Select(static member => member.WireValue).ToImmutableArray();
            if (!wireValues.Contains(text) && (Near(text, wireValues) ?? WireValueOf(text, type)) is { } cure)
                Report(context, new KnownValue(other.Unwrapped(), other.Syntax), other.Syntax.ToString(), type.Symbol.Name, $"Use '{cure}'", cure);
        }
    }

    private static void CheckTexts(OperationAnalysisContext context, KnownValues values, IOperation argument, ApiEnum type, ImmutableArray<string> allowed, string advice, Func<string, string?> cureOf)
    {
        foreach (var known in values.Of(argument, context.CancellationToken))
        {
            // Numbers and lists of names are texts of an enum too.
            if (known.Constant is not string text || allowed.Contains(text) || text.IndexOf(',') >= 0 || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                continue;
            var cure = cureOf(text);
            Report(context, known, known.Place.ToString(), type.Symbol.Name, cure is null ? advice : $"Use '{cure}'", cure);
        }
    }

    private static void Report(OperationAnalysisContext context, KnownValue known, string shown, string name, string advice, string? cure) =>
        context.ReportDiagnostic(LiteralCure.Create(Descriptors.NotInEnum, known.Place, known.Operation.Syntax, cure, ConstraintCheck.Shown(shown), name, advice));

    private static bool Same(object constant, string value) => constant switch
    {
        string text => text == value,
        bool flag => (flag ? "true" : "false") == value,

        // What is neither, or too large to compare, is not accused.
        _ => ExactNumber.Of(constant) is not { } number || ExactNumber.Parse(value) is not { } listed || number == listed,
    };

    /// <summary>The one value that differs only in capitals and in what parts its words.</summary>
    private static string? Near(string? text, ImmutableArray<string> values)
    {
        if (text is null || Letters(text).Length == 0)
            return null;
        var near = values.Where(value => string.Equals(Letters(value), Letters(text), StringComparison.OrdinalIgnoreCase)).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static string? WireValueOf(string text, ApiEnum type) =>
        type.Members.Where(member => member.Field.Name == text).Select(static member => member.WireValue).FirstOrDefault();

    private static string? MemberOf(string text, ApiEnum type) =>
        type.Members.Where(member => member.WireValue == text).Select(static member => member.Field.Name).FirstOrDefault() ?? Near(text, type.Members.Select(static member => member.Field.Name).ToImmutableArray());

    private static string Letters(string text) => new(text.Where(char.IsLetterOrDigit).ToArray());

    private static string Choice(ImmutableArray<string> values, string last = "or")
    {
        const int MaxShown = 5;
        var shown = values.Take(MaxShown).Select(static value => "'" + ConstraintCheck.Shown(value) + "'").ToList();
        if (values.Length > MaxShown)
            return string.Join(", ", shown) + " " + last + " one of " + (values.Length - MaxShown) + " more";
        return shown.Count == 1 ? shown[0] : string.Join(", ", shown.Take(shown.Count - 1)) + " " + last + " " + shown[shown.Count - 1];
    }
}
