using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying.Paths;

/// <summary>Tells whether a condition holds for a value (RFC 9535, sections 2.3.5 and 2.4).</summary>
internal sealed class FilterEvaluator(PathEvaluator paths, StepBudget budget)
{
    private const int MaxPatternLength = 1000;
    private static readonly SourceFile s_noFile = new("", Microsoft.CodeAnalysis.Text.SourceText.From(""));
    private const int CompileSteps = 10_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_patienceForAll = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(string Pattern, bool Whole), Regex?> _patterns = [];
    private readonly Stopwatch _matching = new();

    public bool Holds(PathFilter condition, Place current) => budget.Take() && condition switch
    {
        PathFilter.Or or => or.Parts.Any(part => Holds(part, current)),
        PathFilter.And and => and.Parts.All(part => Holds(part, current)),
        PathFilter.Not not => !Holds(not.Part, current),
        PathFilter.Exists exists => paths.Evaluate(exists.Query, current).Count > 0,
        PathFilter.Comparison comparison => Compare(comparison.Operator, Value(comparison.Left, current), Value(comparison.Right, current)),
        PathFilter.Fits fits => Fits(Value(fits.Value, current), Value(fits.Pattern, current), fits.Whole),
        _ => false,
    };

    /// <summary>The value of an operand; null for none.</summary>
    private Node? Value(PathOperand operand, Place current)
    {
        switch (operand)
        {
            case PathOperand.Literal literal:
                return Node.Scalar(literal.Kind, s_noFile, default, literal.Text);
            case PathOperand.Query query:
                return paths.Evaluate(query.Path, current) is { Count: 1 } found ? found[0].Node : null;
            case PathOperand.Count count:
                return Number(paths.Evaluate(count.Path, current).Count);
            case PathOperand.Length length:
                return Value(length.Of, current) switch
                {
                    { Kind: NodeKind.Object } node => Number(node.Members.Count),
                    { Kind: NodeKind.Array } node => Number(node.Items.Count),
                    { Kind: NodeKind.String } node => Number(node.Text.Length - node.Text.Count(char.IsLowSurrogate)),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private bool Compare(string comparison, Node? left, Node? right) => comparison switch
    {
        "==" => AreEqual(left, right),
        "!=" => !AreEqual(left, right),
        "<" => IsLess(left, right),
        ">" => IsLess(right, left),
        "<=" => IsLess(left, right) || AreEqual(left, right),
        _ => IsLess(right, left) || AreEqual(left, right),
    };

    // Nothing is equal to nothing.
    private bool AreEqual(Node? left, Node? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Kind != right.Kind || !budget.Take())
            return false;
        return left.Kind switch
        {
            NodeKind.Number => CompareNumbers(left, right) == 0,
            NodeKind.Array => left.Items.Count == right.Items.Count && left.Items.Zip(right.Items, AreEqual).All(same => same),
            NodeKind.Object => left.Members.Count == right.Members.Count && left.Members.All(member => right[member.Name] is { } other && AreEqual(member.Value, other)),
            _ => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
        };
    }

    private static bool IsLess(Node? left, Node? right) => (left?.Kind, right?.Kind) switch
    {
        (NodeKind.Number, NodeKind.Number) => CompareNumbers(left!, right!) < 0,
        (NodeKind.String, NodeKind.String) => string.CompareOrdinal(left!.Text, right!.Text) < 0,
        _ => false,
    };

    private static int CompareNumbers(Node left, Node right)
    {
        if (decimal.TryParse(left.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var one) && decimal.TryParse(right.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var two))
            return one.CompareTo(two);
        double.TryParse(left.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var first);
        double.TryParse(right.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var second);
        return first.CompareTo(second);
    }

    private static Node Number(int number) => Node.Scalar(NodeKind.Number, s_noFile, default, number.ToString(CultureInfo.InvariantCulture));

    // RFC 9535, sections 2.4.6 and 2.4.7: what is no text, or no pattern, does not fit.
    private bool Fits(Node? value, Node? pattern, bool whole)
    {
        if (value is not { Kind: NodeKind.String } || pattern is not { Kind: NodeKind.String })
            return false;
        var key = (pattern.Text, whole);
        if (!_patterns.TryGetValue(key, out var regex))
            _patterns[key] = regex = budget.Take(CompileSteps) ? Compile(pattern.Text, whole) : null;
        if (regex is null)
            return false;
        try
        {
            // A pattern that takes this long, once or all times together, is one that never ends.
            _matching.Start();
            if (_matching.Elapsed > s_patienceForAll)
                budget.Exhaust();
            return regex.IsMatch(value.Text);
        }
        catch (RegexMatchTimeoutException)
        {
            budget.Exhaust();
            return false;
        }
        finally
        {
            _matching.Stop();
        }
    }

    private static Regex? Compile(string pattern, bool whole)
    {
        if (pattern.Length > MaxPatternLength)
            return null;
        try
        {
            return new Regex(whole ? @"\A(?:" + pattern + @")\z" : pattern, RegexOptions.CultureInvariant, s_patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
