namespace Specular.Generator.Model;

/// <summary>The C# types that a schema without members of its own is read as.</summary>
internal enum PrimitiveKind
{
    Boolean,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    String,

    /// <summary><c>date-time</c> (RFC 3339): <c>DateTimeOffset</c>.</summary>
    DateTime,

    /// <summary><c>date</c> (RFC 3339): <c>DateOnly</c>.</summary>
    Date,

    /// <summary><c>time</c> (RFC 3339): <c>TimeOnly</c>.</summary>
    Time,

    Uuid,

    /// <summary><c>byte</c>: base64 on the wire, <c>byte[]</c> here.</summary>
    Bytes,

    /// <summary><c>binary</c>: a file or a body as it is.</summary>
    Binary,

    /// <summary>Anything at all: <c>JsonElement</c>.</summary>
    Json,
}
