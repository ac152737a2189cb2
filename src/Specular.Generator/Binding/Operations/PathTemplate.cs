using System.Collections.Generic;
using System.Linq;
using System.Text;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Cuts a path template (OpenAPI 3.1, section 4.8.2) into text and parameters.</summary>
internal static class PathTemplate
{
    public static EquatableArray<PathPart> Parse(Member path, IReadOnlyList<ParameterModel> parameters, DiagnosticBag diagnostics)
    {
        // A fragment only tells apart what has the same path; it is never sent (RFC 3986, section 3.5).
        var fragment = path.Name.IndexOf('#');
        var template = fragment < 0 ? path.Name : path.Name.Substring(0, fragment);
        var parts = new List<PathPart>();
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                break;
            var name = template.Substring(open + 1, close - open - 1);
            var parameter = parameters.FirstOrDefault(candidate => candidate.In is ParameterLocation.Path && candidate.WireName == name);
            if (parameter is null)
                diagnostics.Report(Descriptors.NotSupported, path.Value.File, path.NameSpan, "'{" + SchemaKeywords.Shown(name) + "}' has no path parameter; it is sent as it stands");
            var end = parameter is null ? close + 1 : open;
            if (end > at)
                parts.Add(new PathPart(Escape(template.Substring(at, end - at)), null));
            if (parameter is not null)
                parts.Add(new PathPart("", parameter.Name));
            at = close + 1;
        }

        if (at < template.Length)
            parts.Add(new PathPart(Escape(template.Substring(at)), null));
        return new EquatableArray<PathPart>(parts);
    }

    // What cannot stand in a path (RFC 3986, section 3.3) is percent-encoded; what already is stays as it is.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "-._~!$&'()*+,;=:@/%?".IndexOf(c) >= 0)
                escaped.Append(c);
            else
                escaped.Append('%').Append("0123456789ABCDEF"[b >> 4]).Append("0123456789ABCDEF"[b & 15]);
        }

        return escaped.ToString();
    }
}
