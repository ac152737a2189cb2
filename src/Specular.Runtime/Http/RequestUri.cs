using System;
using System.Collections.Generic;
using System.Text;

namespace Specular.Runtime;

/// <summary>
/// Builds the URI of a request from the literals of a path template and the parameters, in every style of OpenAPI 3.1, section 4.8.12.4. Where the
/// examples of older editions contradict RFC 6570 (<c>label</c> without <c>explode</c>), RFC 6570 is followed, as the later editions do.
/// </summary>
internal sealed partial class RequestUri
{
    private readonly StringBuilder path;
    private readonly StringBuilder query = new();
    private bool hasPathParameters;

    /// <param name="literal">The path template up to its first parameter.</param>
    public RequestUri(string literal) => path = new StringBuilder(literal, Math.Max(64, literal.Length));

    /// <summary>Appends a literal part of the path template.</summary>
    public RequestUri Literal(string literal)
    {
        path.Append(literal);
        return this;
    }

    /// <summary>Appends a path parameter that is a single value.</summary>
    /// <exception cref="ArgumentException">The value is empty or a dot segment, which would make another path of it.</exception>
    public RequestUri Path(string name, string value, PathStyle style = PathStyle.Simple)
    {
        var start = Begin(name, style);
        if (style == PathStyle.Matrix && value.Length > 0) path.Append('=');
        PercentEncoding.Append(path, value);
        return End(name, start);
    }

    /// <summary>Appends a path parameter that is an array.</summary>
    /// <exception cref="ArgumentException">The array is empty, or a dot segment comes of it.</exception>
    public RequestUri Path(string name, IEnumerable<string> values, PathStyle style, bool explode)
    {
        var start = Begin(name, style);
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                path.Append(explode ? Separator(style) : ',');
                if (explode && style == PathStyle.Matrix) PercentEncoding.Append(path, name);
            }

            if (style == PathStyle.Matrix && (first || explode)) path.Append('=');
            PercentEncoding.Append(path, value);
            first = false;
        }

        return first ? throw Empty(name) : End(name, start);
    }

    /// <summary>Appends a path parameter that is an object.</summary>
    /// <exception cref="ArgumentException">The object is empty, or a dot segment comes of it.</exception>
    public RequestUri Path(string name, IEnumerable<KeyValuePair<string, string>> members, PathStyle style, bool explode)
    {
        // An exploded matrix has the names of the members in the place of the parameter's own.
        var start = Begin(explode ? "" : name, style);
        if (style == PathStyle.Matrix && !explode) path.Append('=');
        var first = true;
        foreach (var member in members)
        {
            if (!first) path.Append(explode ? Separator(style) : ',');
            PercentEncoding.Append(path, member.Key);
            path.Append(explode ? '=' : ',');
            PercentEncoding.Append(path, member.Value);
            first = false;
        }

        return first ? throw Empty(name) : End(name, start);
    }

    /// <summary>Adds a query parameter that is a single value; <c>null</c> adds nothing.</summary>
    public RequestUri Query(string name, string? value, bool allowReserved = false)
    {
        if (value is null) return this;
        BeginQuery(name);
        Append(value, allowReserved);
        return this;
    }

    /// <summary>Adds a query parameter that is an array; <c>null</c> and an empty array add nothing (RFC 6570, section 2.3).</summary>
    public RequestUri Query(string name, IEnumerable<string>? values, QueryStyle style, bool explode, bool allowReserved = false)
    {
        if (values is null) return this;
        var first = true;
        foreach (var value in values)
        {
            if (first || explode) BeginQuery(name);
            else query.Append(Delimiter(style));
            Append(value, allowReserved);
            first = false;
        }

        return this;
    }

    /// <summary>Adds a query parameter that is an object; <c>null</c> and an empty object add nothing (RFC 6570, section 2.3).</summary>
    public RequestUri Query(string name, IEnumerable<KeyValuePair<string, string>>? members, QueryStyle style, bool explode, bool allowReserved = false)
    {
        if (members is null) return this;
        var first = true;
        foreach (var member in members)
        {
            if (explode)
            {
                BeginQuery(member.Key);
            }
            else
            {
                if (first) BeginQuery(name);
                else query.Append(Delimiter(style));
                PercentEncoding.Append(query, member.Key);
                query.Append(Delimiter(style));
            }

            Append(member.Value, allowReserved);
            first = false;
        }

        return this;
    }

    /// <summary>Adds a value that is the query, with no name of its own (OpenAPI 3.2, section 4.12.1); <c>null</c> adds nothing.</summary>
    public RequestUri QueryString(string? value)
    {
        if (string.IsNullOrEmpty(value)) return this;
        if (query.Length > 0) query.Append('&');
        PercentEncoding.Append(query, value!);
        return this;
    }

    /// <summary>The URI: the path behind the base address's own, the query behind its own.</summary>
    /// <param name="baseAddress">An absolute URI; a slash at the end of its path makes no difference, its fragment is dropped.</param>
    public Uri Build(Uri baseAddress)
    {
        // Descriptions do have a query, and even a fragment, in their path templates; a value never has these characters unencoded.
        var template = path.ToString();
        var fragment = template.IndexOf('#');
        if (fragment >= 0) template = template.Substring(0, fragment);
        var mark = template.IndexOf('?');
        var ownQuery = mark < 0 ? "" : template.Substring(mark + 1);
        if (mark >= 0) template = template.Substring(0, mark);
        if (hasPathParameters && HasDotSegment(template))
        {
            throw new ArgumentException("The path parameters must not make a segment '.' or '..' together, which would make another path of it.");
        }

        var uri = new StringBuilder(baseAddress.GetLeftPart(UriPartial.Authority), 256);
        uri.Append(baseAddress.AbsolutePath.TrimEnd('/'));
        if (template.Length > 0 && template[0] != '/') uri.Append('/');
        uri.Append(template);
        var separator = '?';
        AppendQuery(uri, baseAddress.Query.TrimStart('?'), ref separator);
        AppendQuery(uri, ownQuery, ref separator);
        AppendQuery(uri, query.ToString(), ref separator);
        return new Uri(uri.ToString(), UriKind.Absolute);
    }

    private static void AppendQuery(StringBuilder uri, string part, ref char separator)
    {
        if (part.Length == 0) return;
        uri.Append(separator).Append(part);
        separator = '&';
    }

    private static char Separator(PathStyle style) => style switch { PathStyle.Label => '.', PathStyle.Matrix => ';', _ => ',' };

    private static string Delimiter(QueryStyle style) => style switch
    {
        QueryStyle.SpaceDelimited => "%20",
        QueryStyle.PipeDelimited => "%7C",
        QueryStyle.TabDelimited => "%09",
        _ => ",",
    };

    private static bool HasDotSegment(string path)
    {
        for (var start = 0; start <= path.Length;)
        {
            var end = path.IndexOf('/', start);
            if (end < 0) end = path.Length;
            if (IsDots(path, start, end)) return true;
            start = end + 1;
        }

        return false;
    }

    private static bool IsDots(string text, int start, int end) =>
        end - start is 1 or 2 && text[start] == '.' && text[end - 1] == '.';

    private static ArgumentException Empty(string name) => new("The path parameter '" + name + "' must not be empty.", name);

    private int Begin(string name, PathStyle style)
    {
        hasPathParameters = true;
        var start = path.Length;
        if (style == PathStyle.Label) path.Append('.');
        if (style == PathStyle.Matrix)
        {
            path.Append(';');
            PercentEncoding.Append(path, name);
        }

        return start;
    }

    private RequestUri End(string name, int start)
    {
        var expansion = path.ToString(start, Math.Min(3, path.Length - start));
        if (expansion.Length == 0) throw Empty(name);
        if (!IsDots(expansion, 0, expansion.Length)) return this;
        // System.Uri removes dot segments, also encoded ones (RFC 3986, section 5.2.4), and the request would go elsewhere.
        throw new ArgumentException("The path parameter '" + name + "' must not be a segment '.' or '..', which would make another path of it.", name);
    }

    private void BeginQuery(string name)
    {
        if (query.Length > 0) query.Append('&');
        PercentEncoding.Append(query, name);
        query.Append('=');
    }

    private void Append(string value, bool allowReserved)
    {
        if (allowReserved) PercentEncoding.AppendReserved(query, value);
        else PercentEncoding.Append(query, value);
    }
}
