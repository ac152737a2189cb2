using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Rules.ClosedTypes;

/// <summary>Tells what a pattern makes of the values of one case of a closed type.</summary>
internal static class CaseCoverage
{
    /// <summary>True where the pattern matches every value of the case.</summary>
    public static bool Covers(IPatternOperation pattern, ITypeSymbol type) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        IDeclarationPatternOperation { MatchedType: { } matched } => Is(type, matched),
        ITypePatternOperation test => Is(type, test.MatchedType),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive => Is(type, recursive.MatchedType) && recursive.PropertySubpatterns.All(CoversMember),
        INegatedPatternOperation negated => !MayMatch(negated.Pattern, type),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Covers(either.LeftPattern, type) || Covers(either.RightPattern, type),
        IBinaryPatternOperation both => Covers(both.LeftPattern, type) && Covers(both.RightPattern, type),
        _ => false,
    };

    /// <summary>False where the pattern matches no value of the case.</summary>
    public static bool MayMatch(IPatternOperation pattern, ITypeSymbol type) => pattern switch
    {
        IDeclarationPatternOperation { MatchesNull: false, MatchedType: { } matched } => Is(type, matched),
        ITypePatternOperation test => Is(type, test.MatchedType),
        IRecursivePatternOperation recursive => Is(type, recursive.MatchedType),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => false,
        INegatedPatternOperation negated => !Covers(negated.Pattern, type),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => MayMatch(either.LeftPattern, type) || MayMatch(either.RightPattern, type),
        IBinaryPatternOperation both => MayMatch(both.LeftPattern, type) && MayMatch(both.RightPattern, type),
        _ => true,
    };

    /// <summary>True where the pattern names the case itself.</summary>
    public static bool Names(IPatternOperation pattern, ITypeSymbol type) => pattern.DescendantsAndSelf().Any(part => part switch
    {
        IDeclarationPatternOperation { MatchedType: { } matched } => Same(matched, type),
        ITypePatternOperation test => Same(test.MatchedType, type),
        IRecursivePatternOperation recursive => Same(recursive.MatchedType, type),
        _ => false,
    });

    // '{ Body: var body }' and '{ Body: { } body }' of a body that is always there.
    private static bool CoversMember(IPropertySubpatternOperation member) => member.Pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } anything =>
            member.Member is IPropertyReferenceOperation { Property.Type: { } type } && IsNeverNull(type) && Is(type, anything.MatchedType),
        _ => false,
    };

    private static bool IsNeverNull(ITypeSymbol type) =>
        type.IsValueType ? type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T : type.NullableAnnotation == NullableAnnotation.NotAnnotated;

    private static bool Is(ITypeSymbol type, ITypeSymbol matched)
    {
        for (ITypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (Same(candidate, matched))
                return true;
        }
        return type.AllInterfaces.Any(candidate => Same(candidate, matched));
    }

    private static bool Same(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
