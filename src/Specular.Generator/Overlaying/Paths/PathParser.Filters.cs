using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying.Paths;

/// <content>Conditions (RFC 9535, section 2.3.5), functions (section 2.4) and literals.</content>
internal sealed partial class PathParser
{
    private static readonly PathFilter s_none = new PathFilter.Or([]);
    private static readonly PathOperand s_nothing = new PathOperand.Literal(NodeKind.Null, "null");
    private static readonly string[] s_operators = ["==", "!=", "<=", ">=", "<", ">"];

    private PathFilter Condition()
    {
        var parts = new List<PathFilter>();
        if (!Enter())
            return s_none;
        do
        {
            SkipSpace();
            parts.Add(Conjunction());
            SkipSpace();
        }
        while (Take("||"));
        _nesting--;
        return parts.Count == 1 ? parts[0] : new PathFilter.Or(parts);
    }

    private PathFilter Conjunction()
    {
        var parts = new List<PathFilter>();
        do
        {
            SkipSpace();
            parts.Add(Basic());
            SkipSpace();
        }
        while (Take("&&"));
        return parts.Count == 1 ? parts[0] : new PathFilter.And(parts);
    }

    private PathFilter Basic()
    {
        if (Take('!'))
        {
            SkipSpace();
            return new PathFilter.Not(Current == '(' ? Parenthesised() : Test());
        }

        return Current == '(' ? Parenthesised() : Test();
    }

    private PathFilter Parenthesised()
    {
        _position++;
        var condition = Condition();
        if (!Take(')'))
            Fail<PathFilter>("expected ')', '&&' or '||'");
        return condition;
    }

    /// <summary>A comparison, or a query or function that stands for itself.</summary>
    private PathFilter Test()
    {
        if (Take("match("))
            return Fits(whole: true);
        if (Take("search("))
            return Fits(whole: false);

        var start = _position;
        var query = Current is '@' or '$' ? Query() : null;
        var left = query is null ? Operand() : new PathOperand.Query(query);
        SkipSpace();
        if (Operator() is not { } comparison)
        {
            if (query is not null)
                return new PathFilter.Exists(query);
            Fail<PathFilter>("expected a comparison");
            return s_none;
        }

        RequireSingular(query, start);
        SkipSpace();
        return new PathFilter.Comparison(comparison, left, Comparable());
    }

    private string? Operator()
    {
        foreach (var text in s_operators)
        {
            if (Take(text))
                return text;
        }

        return null;
    }

    private PathFilter Fits(bool whole)
    {
        SkipSpace();
        var value = Comparable();
        SkipSpace();
        if (!Take(','))
            Fail<PathFilter>("expected ','");
        SkipSpace();
        var pattern = Comparable();
        Close();
        return new PathFilter.Fits(value, pattern, whole);
    }

    private PathOperand Comparable()
    {
        var start = _position;
        if (Current is not ('@' or '$'))
            return Operand();
        var query = Query();
        RequireSingular(query, start);
        return new PathOperand.Query(query);
    }

    // RFC 9535, section 2.3.5.1: what is compared is one value.
    private void RequireSingular(PathQuery? query, int start)
    {
        if (query is null || query.IsSingular || Error is not null)
            return;
        _position = start;
        Fail<PathOperand>("only a path to one value can be compared");
    }

    private PathOperand Operand()
    {
        if (Current is '\'' or '"')
            return new PathOperand.Literal(NodeKind.String, Quoted());
        if (Current is '-' or (>= '0' and <= '9'))
            return Number();
        if (Take("true"))
            return new PathOperand.Literal(NodeKind.Boolean, "true");
        if (Take("false"))
            return new PathOperand.Literal(NodeKind.Boolean, "false");
        if (Take("null"))
            return new PathOperand.Literal(NodeKind.Null, "null");
        if (Take("length("))
        {
            SkipSpace();
            if (!Enter())
                return s_nothing;
            var of = Comparable();
            _nesting--;
            Close();
            return new PathOperand.Length(of);
        }

        if (Take("count("))
            return new PathOperand.Count(Argument());
        if (Take("value("))
            return new PathOperand.Query(Argument());
        Fail<PathOperand>("expected '@', '$', a literal, or one of the functions length, count, value, match and search");
        return s_nothing;
    }

    private PathQuery Argument()
    {
        SkipSpace();
        var query = Current is '@' or '$' ? Query() : Fail<PathQuery>("expected '@' or '$'") ?? new PathQuery(IsRelative: true, []);
        Close();
        return query;
    }

    private void Close()
    {
        SkipSpace();
        if (!Take(')'))
            Fail<PathOperand>("expected ')'");
    }

    private PathOperand Number()
    {
        var start = _position;
        while (Current is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
            _position++;
        var text = _text.Substring(start, _position - start);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            _position = start;
            Fail<PathOperand>("expected a number");
        }

        return new PathOperand.Literal(NodeKind.Number, text);
    }

    /// <summary>A string in either kind of quotes, with the escapes of JSON and of its own quotes.</summary>
    private string Quoted()
    {
        var start = _position;
        var quote = _text[_position++];
        var text = new StringBuilder();
        while (!AtEnd && Current != quote)
        {
            var c = _text[_position++];
            text.Append(c == '\\' ? Escaped(quote) : c);
        }

        if (Take(quote))
            return text.ToString();
        if (Error is null)
            _position = start;
        Fail<PathOperand>("the quotes are not closed");
        return "";
    }

    private char Escaped(char quote)
    {
        var c = Current;
        _position++;
        switch (c)
        {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case '/' or '\\':
                return c;
            case 'u' when _position + 4 <= _text.Length && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                if (c == quote)
                    return c;
                _position--;
                Fail<PathOperand>("no such escape");
                return c;
        }
    }
}
