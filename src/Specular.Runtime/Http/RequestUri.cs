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
    private static readonly char[] s_afterPath = ['?', '#'];

    private readonly string literal;
    private StringBuilder? parameterizedPath;
    private StringBuilder? parameters;
    private bool hasPathParameters;

    /// <param name="literal">The path template up to its first parameter.</param>
    public RequestUri(string literal) => this.literal = literal;

    // Most paths and queries of most APIs have no parameters.
    private StringBuilder Segments => parameterizedPath ??= new StringBuilder(literal, Math.Max(64, literal.Length));

    private StringBuilder Pairs => parameters ??= new StringBuilder();

    /// <summary>Appends a literal part of the path template.</summary>
    public RequestUri Literal(string literal)
    {
        Segments.Append(literal);
        return this;
    }

    /// <summary>Appends a path parameter that is a single value.</summary>
    /// <exception cref="ArgumentException">The value is empty or a dot segment, which would make another path of it.</exception>
    public RequestUri Path(string name, string value, PathStyle style = PathStyle.Simple)
    {
        var start = Begin(name, style);
        if (style == PathStyle.Matrix && value.Length > 0) Segments.Append('=');
        PercentEncoding.Append(Segments, value);
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
                Segments.Append(explode ? Separator(style) : ',');
                if (explode && style == PathStyle.Matrix) PercentEncoding.Append(Segments, name);
            }

            if (style == PathStyle.Matrix && (first || explode)) Segments.Append('=');
            PercentEncoding.Append(Segments, value);
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
        if (style == PathStyle.Matrix && !explode) Segments.Append('=');
        var first = true;
        foreach (var member in members)
        {
            if (!first) Segments.Append(explode ? Separator(style) : ',');
            PercentEncoding.Append(Segments, member.Key);
            Segments.Append(explode ? '=' : ',');
            PercentEncoding.Append(Segments, member.Value);
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
            else Pairs.Append(Delimiter(style));
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
                else Pairs.Append(Delimiter(style));
                PercentEncoding.Append(Pairs, member.Key);
                Pairs.Append(Delimiter(style));
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
        if (Pairs.Length > 0) Pairs.Append('&');
        PercentEncoding.Append(Pairs, value!);
        return this;
    }

    /// <summary>The URI: the path behind the base address's own, the query behind its own.</summary>
    /// <param name="baseAddress">An absolute URI; a slash at the end of its path makes no difference, its fragment is dropped.</param>
    public Uri Build(Uri baseAddress)
    {
        // Descriptions do have a query, and even a fragment, in their path templates; a value never has these characters unencoded.
        var template = parameterizedPath?.ToString() ?? literal;
        var fragment = template.IndexOf('#');
        if (fragment >= 0) template = template.Substring(0, fragment);
        var mark = template.IndexOf('?');
        var ownQuery = mark < 0 ? "" : template.Substring(mark + 1);
        if (mark >= 0) template = template.Substring(0, mark);
        if (hasPathParameters && HasDotSegment(template))
        {
            throw new ArgumentException("The path parameters must not make a segment '.' or '..' together, which would make another path of it.");
        }

        var address = baseAddress.AbsoluteUri;
        var end = address.IndexOfAny(s_afterPath);
        var baseQuery = end < 0 ? "" : baseAddress.Query.TrimStart('?');
        if (end < 0) end = address.Length;
        while (end > 0 && address[end - 1] == '/') end--;
        var uri = string.Concat(address.Substring(0, end), template.Length > 0 && template[0] != '/' ? "/" : "", template);
        if (baseQuery.Length > 0 || ownQuery.Length > 0 || parameters is { Length: > 0 })
        {
            var whole = new StringBuilder(uri, 256);
            var separator = '?';
            AppendQuery(whole, baseQuery, ref separator);
            AppendQuery(whole, ownQuery, ref separator);
            AppendQuery(whole, parameters?.ToString() ?? "", ref separator);
            uri = whole.ToString();
        }

        return new Uri(uri, UriKind.Absolute);
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
        var start = Segments.Length;
        if (style == PathStyle.Label) Segments.Append('.');
        if (style == PathStyle.Matrix)
        {
            Segments.Append(';');
            PercentEncoding.Append(Segments, name);
        }

        return start;
    }

    private RequestUri End(string name, int start)
    {
        var expansion = Segments.ToString(start, Math.Min(3, Segments.Length - start));
        if (expansion.Length == 0) throw Empty(name);
        if (!IsDots(expansion, 0, expansion.Length)) return this;
        // System.Uri removes dot segments, also encoded ones (RFC 3986, section 5.2.4), and the request would go elsewhere.
        throw new ArgumentException("The path parameter '" + name + "' must not be a segment '.' or '..', which would make another path of it.", name);
    }

    private void BeginQuery(string name)
    {
        if (Pairs.Length > 0) Pairs.Append('&');
        PercentEncoding.Append(Pairs, name);
        Pairs.Append('=');
    }

    private void Append(string value, bool allowReserved)
    {
        if (allowReserved) PercentEncoding.AppendReserved(Pairs, value);
        else PercentEncoding.Append(Pairs, value);
    }
}
