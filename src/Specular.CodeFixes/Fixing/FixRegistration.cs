using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Specular.CodeFixes.Fixing;

internal static class FixRegistration
{
    /// <summary>Offers the fix of each diagnostic that has one.</summary>
    public static async Task RegisterAsync(CodeFixContext context, FixFinder find)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await find(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } fix)
            {
                var solution = context.Document.Project.Solution;
                // All fixes of a rule are of one kind, so 'Fix All' takes them together.
                context.RegisterCodeFix(CodeAction.Create(fix.Title, token => Fix.ApplyAsync(solution, [fix], token), equivalenceKey: diagnostic.Id), diagnostic);
            }
        }
    }
}
