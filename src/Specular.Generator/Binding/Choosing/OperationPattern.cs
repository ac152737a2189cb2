using System;
using System.Collections.Generic;

namespace Specular.Generator.Binding.Choosing;

/// <summary>A pattern of operations: <c>list*</c> (an operationId), <c>tag:Calls</c>, <c>/v2/calls/**</c> or <c>GET /v2/calls/**</c>.</summary>
internal sealed class OperationPattern
{
    private const string TagPrefix = "tag:";

    private readonly string? _operationId;
    private readonly string? _tag;
    private readonly string? _method;
    private readonly string? _path;

    public OperationPattern(string text)
    {
        Text = text;
        var slash = text.IndexOf('/');
        if (text.StartsWith(TagPrefix, StringComparison.OrdinalIgnoreCase))
        {
            _tag = text.Substring(TagPrefix.Length).Trim();
        }
        else if (slash == 0 || (slash > 0 && char.IsWhiteSpace(text[slash - 1])))
        {
            _method = slash == 0 ? null : text.Substring(0, slash).Trim();
            _path = text.Substring(slash);
        }
        else
        {
            _operationId = text;
        }
    }

    /// <summary>The pattern as the project has it.</summary>
    public string Text { get; }

    /// <summary>It was the pattern of an operation.</summary>
    public bool HasMatched { get; private set; }

    public bool Matches(string path, string method, string? operationId, IEnumerable<string> tags)
    {
        var matches = _path is not null
            ? Glob.Fits(_path, path, isPath: true) && (_method is null || Glob.Fits(_method, method, ignoreCase: true))
            : _tag is not null ? AnyFits(_tag, tags) : operationId is not null && Glob.Fits(_operationId!, operationId);
        HasMatched |= matches;
        return matches;
    }

    private static bool AnyFits(string pattern, IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            if (Glob.Fits(pattern, tag, ignoreCase: true))
                return true;
        }

        return false;
    }
}
