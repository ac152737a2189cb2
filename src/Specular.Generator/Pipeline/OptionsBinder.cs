using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Pipeline;

/// <summary>Checks the metadata of an <c>OpenApiClient</c> item and fills in what it leaves out.</summary>
internal static class OptionsBinder
{
    /// <summary>The options, or null after a report where one of them cannot be.</summary>
    public static ClientOptions? Bind(ClientSources sources, SourceFile file, ICollection<DiagnosticInfo> diagnostics)
    {
        var input = sources.Input;
        var ok = true;
        if (input.Namespace.Length > 0 && !input.Namespace.Split('.').All(IsName))
            Refuse("Namespace '" + input.Namespace + "' is no C# namespace");
        if (input.Namespace == "Specular.Runtime" || input.Namespace.StartsWith("Specular.Runtime.", StringComparison.Ordinal))
            Refuse("Namespace '" + input.Namespace + "' is where the support code of clients is");
        if (input.ClientName.Length > 0 && !IsName(input.ClientName))
            Refuse("ClientName '" + input.ClientName + "' is no C# class name");
        if (input.Accessibility.Length > 0 && input.Accessibility is not ("public" or "internal"))
            Refuse("Accessibility '" + input.Accessibility + "' is neither 'public' nor 'internal'");
        if (input.Grouping.ToLowerInvariant() is not ("" or "none" or "tag"))
            Refuse("Grouping '" + input.Grouping + "' is neither 'None' nor 'Tag'");
        if (input.OmitUnused.ToLowerInvariant() is not ("" or "false" or "true"))
            Refuse("OmitUnused '" + input.OmitUnused + "' is neither 'true' nor 'false'");
        foreach (var overlay in sources.Missing)
            Refuse("Overlay '" + overlay + "' is no file that the project has");
        if (!ok)
            return null;
        return new ClientOptions(
            input.Namespace.Length > 0 ? input.Namespace : RootNamespace(input.RootNamespace),
            input.ClientName.Length > 0 ? input.ClientName : null,
            input.Accessibility.Length > 0 ? input.Accessibility : "public")
        {
            IncludeOperations = new EquatableArray<string>(Lists.Split(input.IncludeOperations)),
            ExcludeOperations = new EquatableArray<string>(Lists.Split(input.ExcludeOperations)),
            GroupsByTag = input.Grouping.ToLowerInvariant() == "tag",
        };

        void Refuse(string message)
        {
            ok = false;
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.InvalidOption, file.Locate(default), message));
        }
    }

    private static bool IsName(string name) => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    private static string RootNamespace(string rootNamespace)
    {
        var names = rootNamespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(name => Identifier.Pascal(name, "Api")).ToList();
        return names.Count == 0 ? "Api" : string.Join(".", names);
    }
}
