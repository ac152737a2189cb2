namespace Specular.Runtime;

/// <summary>How a query parameter is written (OpenAPI 3.1, section 4.8.12.3; RFC 6570).</summary>
internal enum QueryStyle
{
    /// <summary><c>color=blue,black</c></summary>
    Form,

    /// <summary><c>color=blue%20black</c></summary>
    SpaceDelimited,

    /// <summary><c>color=blue%7Cblack</c></summary>
    PipeDelimited,

    /// <summary><c>color=blue%09black</c>: Swagger 2.0's <c>tsv</c>.</summary>
    TabDelimited,

    /// <summary><c>color%5BR%5D=100</c></summary>
    DeepObject,
}
