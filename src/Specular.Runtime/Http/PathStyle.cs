namespace Specular.Runtime;

/// <summary>How a path parameter is written (OpenAPI 3.1, section 4.8.12.3; RFC 6570).</summary>
internal enum PathStyle
{
    /// <summary><c>blue,black</c></summary>
    Simple,

    /// <summary><c>.blue</c></summary>
    Label,

    /// <summary><c>;color=blue</c></summary>
    Matrix,
}
