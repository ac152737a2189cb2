using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>An enum of a client.</summary>
/// <param name="Symbol">The type.</param>
/// <param name="Members">Its members, each with the value on the wire that it stands for.</param>
internal sealed record ApiEnum(INamedTypeSymbol Symbol, ImmutableArray<(IFieldSymbol Field, string WireValue)> Members)
{
    private const string Attribute = "OpenApiEnumValueAttribute";
    private const int MaxShown = 3;

    /// <summary>The first members, for a message.</summary>
    public string Shown => string.Join(", ", Members.Take(MaxShown).Select(member => $"'{Symbol.Name}.{member.Field.Name}'")) + (Members.Length > MaxShown ? " or another of its members" : "");

    /// <summary>The first values on the wire, for a message.</summary>
    public string ShownWireValues => string.Join(", ", Members.Take(MaxShown).Select(static member => $"'{member.WireValue}'")) + (Members.Length > MaxShown ? " …" : "");

    /// <summary>The enum that a type is; null for any other type.</summary>
    public static ApiEnum? Of(ITypeSymbol? type, ApiFacts facts)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } symbol ? facts.EnumOf(symbol) : null;
    }

    /// <summary>Reads the enum; null where no member has a value on the wire.</summary>
    public static ApiEnum? Read(ISymbol type)
    {
        var symbol = (INamedTypeSymbol)type;
        var members = symbol.GetMembers().OfType<IFieldSymbol>()
            .Select(static field => (field, WireValue: WireValueOf(field)))
            .Where(static member => member.WireValue is not null)
            .Select(static member => (member.field, member.WireValue!))
            .ToImmutableArray();
        return members.IsEmpty ? null : new ApiEnum(symbol, members);
    }

    /// <summary>True where a member has the value.</summary>
    public bool Has(object value) => Members.Any(member => Number(member.Field.ConstantValue) == Number(value));

    private static decimal? Number(object? value) => value is IConvertible convertible ? Convert.ToDecimal(convertible, CultureInfo.InvariantCulture) : null;

    private static string? WireValueOf(IFieldSymbol field) =>
        field.GetAttributes().Where(static attribute => FactAttributes.NameOf(attribute) == Attribute).Select(static attribute => FactAttributes.Text(attribute, 0)).FirstOrDefault();
}
