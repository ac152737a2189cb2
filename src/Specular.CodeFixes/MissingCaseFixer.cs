using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Specular.Analyzers;
using Specular.Analyzers.Rules;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC106: adds the missing cases, each of which throws until somebody writes what it does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingCaseFixer))]
public sealed class MissingCaseFixer : CodeFixProvider
{
    private const string Title = "Add the missing cases";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MissingCase);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider(Title, FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(MissingCaseAnalyzer.Missing, out var list) || list is null
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }
        var node = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent;
        var governing = node switch
        {
            SwitchStatementSyntax statement => statement.Expression,
            SwitchExpressionSyntax expression => expression.GoverningExpression,
            _ => null,
        };
        if (node is null || governing is null || model.GetTypeInfo(governing, cancellationToken).Type is not INamedTypeSymbol type)
            return null;
        var position = node.SpanStart;
        var missing = list.Split(',').SelectMany(name => type.GetTypeMembers(name)).Select(member => member.ToMinimalDisplayString(model, position)).ToList();
        var exception = model.Compilation.GetTypeByMetadataName("System.NotImplementedException")?.ToMinimalDisplayString(model, position) ?? "System.NotImplementedException";
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var edits = node is SwitchStatementSyntax switchStatement
            ? Sections(switchStatement, text, missing, exception)
            : Arms((SwitchExpressionSyntax)node, text, missing, exception);
        return edits is { } edit ? new Fix(Title, ImmutableArray.Create(new Edit(document.Id, edit.Span, edit.NewText!))) : null;
    }

    private static TextChange? Sections(SwitchStatementSyntax node, SourceText text, IReadOnlyList<string> missing, string exception)
    {
        if (node.OpenBraceToken.IsMissing || node.CloseBraceToken.IsMissing)
            return null;
        var close = node.CloseBraceToken.SpanStart;
        if (!IsFirstOnLine(text, close, out var closeIndent))
            return new TextChange(new TextSpan(close, 0), string.Concat(missing.Select(type => $"case {type}: throw new {exception}(); ")));
        var indent = node.Sections.Count > 0 && IsFirstOnLine(text, node.Sections[0].SpanStart, out var own) ? own : closeIndent + "    ";
        var newLine = NewLine(text, close);
        var start = text.Lines.GetLineFromPosition(close).Start;
        return new TextChange(new TextSpan(start, 0), string.Concat(missing.Select(type => $"{indent}case {type}:{newLine}{indent}    throw new {exception}();{newLine}")));
    }

    private static TextChange? Arms(SwitchExpressionSyntax node, SourceText text, IReadOnlyList<string> missing, string exception)
    {
        if (node.OpenBraceToken.IsMissing || node.CloseBraceToken.IsMissing)
            return null;
        var trailing = node.Arms.Count > 0 && node.Arms.SeparatorCount == node.Arms.Count;
        var after = trailing ? node.Arms.GetSeparator(node.Arms.Count - 1) : node.Arms.Count > 0 ? node.Arms.Last().GetLastToken() : node.OpenBraceToken;
        var comma = node.Arms.Count > 0 && !trailing ? "," : "";
        string before;
        if (IsFirstOnLine(text, node.CloseBraceToken.SpanStart, out var closeIndent))
        {
            var indent = node.Arms.Count > 0 && IsFirstOnLine(text, node.Arms[0].SpanStart, out var own) ? own : closeIndent + "    ";
            before = NewLine(text, node.SpanStart) + indent;
        }
        else
        {
            before = " ";
        }
        var arms = string.Join(",", missing.Select(type => $"{before}{type} => throw new {exception}()"));
        return new TextChange(new TextSpan(after.Span.End, 0), comma + arms + (trailing ? "," : ""));
    }

    private static bool IsFirstOnLine(SourceText text, int position, out string indent)
    {
        var start = text.Lines.GetLineFromPosition(position).Start;
        indent = text.ToString(TextSpan.FromBounds(start, position));
        return indent.All(char.IsWhiteSpace);
    }

    private static string NewLine(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        if (line.SpanIncludingLineBreak.Length == line.Span.Length && line.LineNumber > 0)
            line = text.Lines[line.LineNumber - 1];
        var ending = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return ending.Length > 0 ? ending : "\n";
    }
}
