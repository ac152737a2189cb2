namespace Specular.Generator.Model;

/// <summary>A C# type of the client, resolved: what a schema has become where it is used.</summary>
internal abstract record TypeModel
{
    private TypeModel()
    {
    }

    /// <summary>True where C# has it as a value type, so that <c>?</c> makes another type of it.</summary>
    public abstract bool IsValueType { get; }

    internal sealed record Primitive(PrimitiveKind Kind) : TypeModel
    {
        public override bool IsValueType => Kind is not (PrimitiveKind.String or PrimitiveKind.Bytes or PrimitiveKind.Binary);
    }

    /// <summary>A type that the client declares.</summary>
    /// <param name="Name">Its name in the client's namespace.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Companion">The static class with an enum's methods; empty for anything else.</param>
    internal sealed record Named(string Name, NamedTypeKind Kind, string Companion = "") : TypeModel
    {
        public override bool IsValueType => Kind is NamedTypeKind.Enum;
    }

    internal sealed record List(TypeModel Item, bool ItemNullable) : TypeModel
    {
        public override bool IsValueType => false;
    }

    /// <summary>The items of an answer, read as they come.</summary>
    internal sealed record Sequence(TypeModel Item, bool ItemNullable) : TypeModel
    {
        public override bool IsValueType => false;
    }

    internal sealed record Map(TypeModel Value, bool ValueNullable) : TypeModel
    {
        public override bool IsValueType => false;
    }
}
