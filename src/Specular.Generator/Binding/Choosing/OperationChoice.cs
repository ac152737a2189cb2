using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Choosing;

/// <summary>Which operations the client has: those that the project includes, or else all, without those that it excludes.</summary>
internal sealed class OperationChoice(ClientOptions options)
{
    private readonly IReadOnlyList<OperationPattern> _include = [.. options.IncludeOperations.Select(text => new OperationPattern(text))];
    private readonly IReadOnlyList<OperationPattern> _exclude = [.. options.ExcludeOperations.Select(text => new OperationPattern(text))];

    public bool Has(string path, string method, Node operation)
    {
        if (_include.Count + _exclude.Count == 0)
            return true;
        var operationId = SchemaKeywords.NonEmptyText(operation["operationId"]);
        var tags = (operation["tags"]?.Items ?? []).Select(tag => tag.Text).ToList();

        // Every pattern is asked, so that each is known to match something or nothing.
        var isIncluded = _include.Count == 0 | _include.Count(pattern => pattern.Matches(path, method, operationId, tags)) > 0;
        var isExcluded = _exclude.Count(pattern => pattern.Matches(path, method, operationId, tags)) > 0;
        return isIncluded && !isExcluded;
    }

    /// <summary>Says which patterns stand for nothing, once all operations were looked at.</summary>
    public void ReportUnmatched(BindingContext context)
    {
        Report(_include, "IncludeOperations");
        Report(_exclude, "ExcludeOperations");

        void Report(IReadOnlyList<OperationPattern> patterns, string option)
        {
            foreach (var pattern in patterns.Where(pattern => !pattern.HasMatched))
                context.Diagnostics.Add(DiagnosticInfo.Create(Descriptors.UnmatchedPattern, context.Description.Root.File.Locate(default), option + " names '" + SchemaKeywords.Shown(pattern.Text) + "', which is no operation of this description"));
        }
    }
}
