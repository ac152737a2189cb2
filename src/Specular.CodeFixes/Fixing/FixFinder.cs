using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Specular.CodeFixes.Fixing;

/// <summary>Finds the fix for a diagnostic; null where none is safe.</summary>
internal delegate Task<Fix?> FixFinder(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);
