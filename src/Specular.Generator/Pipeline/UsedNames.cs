using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Specular.Generator.Pipeline;

/// <summary>
/// The names that a project's own text has. What a client declares and nothing names cannot be called. Names are looked at and not what they stand for:
/// that is known only after the client is there, and a name too many costs no more than some code.
/// </summary>
internal sealed class UsedNames : IEquatable<UsedNames>
{
    /// <summary>The compiler feature by which a build says that it is one. An editor never does, since whoever writes a call has to see what there is.</summary>
    public const string BuildFeature = "specular-build";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Whether the project's text has this name.</summary>
    public bool Contains(string name) => _names.Contains(name);

    /// <summary>
    /// The names of the project's C#, and of the files that another generator may make code of, such as Razor pages; null for all that there may be, where
    /// this is no build.
    /// </summary>
    public static UsedNames? Of(
        ((Compilation Compilation, ParseOptions ParseOptions) Project, ImmutableArray<(AdditionalText File, AnalyzerConfigOptionsProvider Options)> Texts) pair, CancellationToken cancellationToken)
    {
        if (!pair.Project.ParseOptions.Features.ContainsKey(BuildFeature))
            return null;
        var names = new UsedNames();
        foreach (var tree in pair.Project.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // With the references in comments: a <see cref=""/> to what is not there is a warning.
            foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens(descendIntoTrivia: true))
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                    names._names.Add(token.ValueText);
            }
        }

        foreach (var (file, options) in pair.Texts)
        {
            if (!ProjectFile.IsNamed(file, options) && file.GetText(cancellationToken) is { } text)
                names.AddWords(text.ToString(), cancellationToken);
        }

        return names;
    }

    /// <inheritdoc/>
    public bool Equals(UsedNames? other) => other is not null && _names.SetEquals(other._names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UsedNames);

    /// <inheritdoc/>
    public override int GetHashCode() => _names.Count;

    // What language it is in is not known; whatever looks like a name may be one.
    private void AddWords(string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var i = 0; i < text.Length; i++)
        {
            if (!SyntaxFacts.IsIdentifierStartCharacter(text[i]))
                continue;
            var start = i;
            while (i < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[i]))
                i++;
            _names.Add(text.Substring(start, i - start));
        }
    }
}
