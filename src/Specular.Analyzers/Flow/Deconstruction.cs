using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>Takes a deconstruction apart.</summary>
internal static class Deconstruction
{
    /// <summary>Each variable that is written, and what is written to it; null where that is no tuple in place.</summary>
    public static IEnumerable<(IOperation Target, IOperation? Value)> PairsOf(IOperation target, IOperation? value)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (target is not ITupleOperation targets)
        {
            yield return (target, value);
            yield break;
        }
        var values = value as ITupleOperation;
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            foreach (var pair in PairsOf(targets.Elements[i], values is not null && i < values.Elements.Length ? values.Elements[i] : null))
                yield return pair;
        }
    }
}
