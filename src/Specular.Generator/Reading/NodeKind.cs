namespace Specular.Generator.Reading;

/// <summary>What a <see cref="Node"/> is, in JSON's terms (RFC 8259, section 3); YAML is read into the same.</summary>
internal enum NodeKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
