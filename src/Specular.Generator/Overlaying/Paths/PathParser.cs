using System.Collections.Generic;
using System.Globalization;

namespace Specular.Generator.Overlaying.Paths;

/// <summary>
/// Reads JSONPath (RFC 9535). Beyond it, a name behind a dot may hold <c>-</c>, <c>/</c>, <c>{</c> and <c>}</c>: overlays write <c>$.info.x-logo</c>.
/// </summary>
/// <remarks>An error moves the position to the end, so that everything that is still open closes; the first error counts.</remarks>
internal sealed partial class PathParser
{
    private const int MaxNesting = 64;

    private readonly string _text;
    private int _position;
    private int _nesting;

    private PathParser(string text) => _text = text;

    private string? Error { get; set; }

    private int ErrorPosition { get; set; }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private bool AtEnd => _position >= _text.Length;

    /// <param name="text">The path.</param>
    /// <param name="error">What is wrong with it; null where nothing is.</param>
    /// <param name="position">Where in the text.</param>
    /// <returns>The query, or null after an error.</returns>
    public static PathQuery? Parse(string text, out string? error, out int position)
    {
        var parser = new PathParser(text);
        var query = parser.Current == '$' ? parser.Query() : parser.Fail<PathQuery>("a path begins with '$'");
        if (!parser.AtEnd)
            parser.Fail<PathQuery>("expected '.', '[' or the end of the path");
        error = parser.Error;
        position = parser.ErrorPosition;
        return error is null ? query : null;
    }

    /// <summary>Reads from <c>$</c> or <c>@</c> on, up to what is no segment any more.</summary>
    private PathQuery Query()
    {
        var isRelative = Current == '@';
        _position++;
        var segments = new List<PathSegment>();
        while (true)
        {
            var end = _position;
            SkipSpace();
            if (Current == '[')
            {
                segments.Add(new PathSegment(IsDescendant: false, Bracketed()));
            }
            else if (Current == '.')
            {
                _position++;
                var isDescendant = Take('.');
                segments.Add(new PathSegment(isDescendant, isDescendant && Current == '[' ? Bracketed() : [Shorthand()]));
            }
            else
            {
                // Space behind the last segment is not the query's.
                if (!AtEnd)
                    _position = end;
                return new PathQuery(isRelative, segments);
            }
        }
    }

    private PathSelector Shorthand()
    {
        if (Take('*'))
            return new PathSelector.Wildcard();
        var start = _position;
        while (IsNameCharacter(Current))
            _position++;
        if (_position == start)
            Fail<PathSelector>("expected a name or '*'");
        return new PathSelector.Name(_text.Substring(start, System.Math.Min(_position, _text.Length) - start));
    }

    private IReadOnlyList<PathSelector> Bracketed()
    {
        var selectors = new List<PathSelector>();
        if (!Enter())
            return selectors;
        _position++;
        do
        {
            SkipSpace();
            selectors.Add(Selector());
            SkipSpace();
        }
        while (Take(','));
        _nesting--;
        if (!Take(']'))
            Fail<PathSelector>("expected ',' or ']'");
        return selectors;
    }

    private PathSelector Selector()
    {
        switch (Current)
        {
            case '*':
                _position++;
                return new PathSelector.Wildcard();
            case '\'' or '"':
                return new PathSelector.Name(Quoted());
            case '?':
                _position++;
                SkipSpace();
                return new PathSelector.Filter(Condition());
            case ':' or '-' or (>= '0' and <= '9'):
                return IndexOrSlice();
            default:
                Fail<PathSelector>("expected a name in quotes, a number, '*' or '?'");
                return new PathSelector.Wildcard();
        }
    }

    // RFC 9535, sections 2.3.3 and 2.3.4.
    private PathSelector IndexOrSlice()
    {
        var start = Current == ':' ? null : Integer();
        SkipSpace();
        if (!Take(':'))
            return new PathSelector.Index(start ?? 0);
        SkipSpace();
        var end = Current is '-' or (>= '0' and <= '9') ? Integer() : null;
        SkipSpace();
        long? step = null;
        if (Take(':'))
        {
            SkipSpace();
            step = Current is '-' or (>= '0' and <= '9') ? Integer() : null;
        }

        return new PathSelector.Slice(start, end, step ?? 1);
    }

    private long? Integer()
    {
        var start = _position;
        if (Current == '-')
            _position++;
        while (Current is >= '0' and <= '9')
            _position++;
        var digits = _text.Substring(start, _position - start);

        // RFC 9535, section 2.1: within what a double holds exactly.
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= -9007199254740991 and <= 9007199254740991)
            return value;
        _position = start;
        Fail<PathSelector>("expected a whole number");
        return null;
    }

    private static bool IsNameCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '/' or '{' or '}' or >= '\u0080';

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
            _position++;
    }

    private bool Take(char c)
    {
        if (Current != c || AtEnd)
            return false;
        _position++;
        return true;
    }

    private bool Take(string text)
    {
        if (string.CompareOrdinal(_text, _position, text, 0, text.Length) != 0)
            return false;
        _position += text.Length;
        return true;
    }

    private bool Enter()
    {
        if (++_nesting <= MaxNesting)
            return true;
        Fail<PathFilter>("brackets are nested deeper than 64 levels");
        return false;
    }

    private T? Fail<T>(string message)
        where T : class
    {
        if (Error is null)
        {
            Error = message;
            ErrorPosition = System.Math.Min(_position, _text.Length);
        }

        _position = _text.Length;
        return null;
    }
}
