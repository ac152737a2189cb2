namespace Specular.Runtime.Templates;

/// <summary>A value that may be absent, which is something else than null.</summary>
/// <typeparam name="T">The type of the value; nullable where null is one.</typeparam>
public readonly struct TemplateOptional<T> : global::System.IEquatable<TemplateOptional<T>>
{
    private readonly T _value;

    /// <summary>A value that is there.</summary>
    public TemplateOptional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>True where there is a value, be it null; false where it is absent.</summary>
    public bool HasValue { get; }

    /// <summary>The value; the default of its type where it is absent.</summary>
    public T? Value => HasValue ? _value : default;

    /// <summary>A value is also one that may be absent.</summary>
    public static implicit operator TemplateOptional<T>(T value) => new(value);

    /// <summary>Compares presence and value.</summary>
    public static bool operator ==(TemplateOptional<T> left, TemplateOptional<T> right) => left.Equals(right);

    /// <summary>Compares presence and value.</summary>
    public static bool operator !=(TemplateOptional<T> left, TemplateOptional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TemplateOptional<T> other) => HasValue == other.HasValue && global::System.Collections.Generic.EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TemplateOptional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? 1 + (_value?.GetHashCode() ?? 0) : 0;

    /// <inheritdoc/>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "absent";
}
