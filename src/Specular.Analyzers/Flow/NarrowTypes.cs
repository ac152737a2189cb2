using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Flow;

/// <summary>The number types that cannot hold every 64-bit integer.</summary>
internal static class NarrowTypes
{
    /// <summary>The type itself, or what a nullable of it holds, where it is narrow; else null.</summary>
    [MethodImpl(Hot.Path)]
    public static ITypeSymbol? Find(ITypeSymbol? type)
    {
        if (type is null or { SpecialType: SpecialType.None, IsValueType: false })
            return null;
        if (type is INamedTypeSymbol { SpecialType: SpecialType.None, OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var held] })
            type = held;
        return IsSmallInteger(type) || IsFloat(type) ? type : null;
    }

    /// <summary>True for a binary floating-point number: it rounds, where an integer cuts off.</summary>
    public static bool IsFloat(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || type is { SpecialType: SpecialType.None, Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsSmallInteger(ITypeSymbol type) => type.SpecialType is
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Char or SpecialType.System_Int32 or SpecialType.System_UInt32;
}
