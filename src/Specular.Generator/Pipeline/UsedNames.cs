using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

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

    /// <summary>Whether this is a build, in which clients may be left without what nothing names.</summary>
    public static bool IsBuild(ParseOptions options, CancellationToken cancellationToken) => options.Features.ContainsKey(BuildFeature);

    /// <summary>A file of the project that another generator may make code of, such as a Razor page; null where it is a description, or this is no build.</summary>
    public static SourceText? TextOf(((AdditionalText File, AnalyzerConfigOptionsProvider Options) Item, bool IsBuild) pair, CancellationToken cancellationToken) =>
        pair.IsBuild && !ProjectFile.IsNamed(pair.Item.File, pair.Item.Options) ? pair.Item.File.GetText(cancellationToken) : null;

    /// <summary>The names of the project's C# and of its other texts; null for all there may be, where this is no build.</summary>
    public static UsedNames? Of((Compilation Compilation, (bool IsBuild, ImmutableArray<SourceText> Others) Known) pair, CancellationToken cancellationToken)
    {
        if (!pair.Known.IsBuild)
            return null;
        var names = new UsedNames();
        foreach (var tree in pair.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // With the references in comments: a <see cref=""/> to what is not there is a warning.
            foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens(descendIntoTrivia: true))
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                    names._names.Add(token.ValueText);
            }
        }

        foreach (var text in pair.Known.Others)
            names.AddWords(text.ToString(), cancellationToken);
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
