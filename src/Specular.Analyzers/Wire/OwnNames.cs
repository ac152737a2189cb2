using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Wire;

/// <summary>
/// Names that a program uses for numbers of its own: the key of an entity may well be an <see langword="int"/> called <c>IntegrationId</c>, and then a column, a setting or a route of that
/// name is about the entity.
/// </summary>
internal sealed class OwnNames
{
    private readonly Compilation _compilation;
    private readonly JsonContracts _contracts;
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.OrdinalIgnoreCase);

    public OwnNames(Compilation compilation, JsonContracts contracts)
    {
        _compilation = compilation;
        _contracts = contracts;
    }

    /// <summary>True where a type of this compilation that is not read from JSON has a member of this name, in any case, with a type too small for a 64-bit id.</summary>
    public bool Has(string name) => _known.GetOrAdd(name, Find);

    private bool Find(string name) =>
        _compilation.GetSymbolsWithName(declared => string.Equals(declared, name, StringComparison.OrdinalIgnoreCase), SymbolFilter.Member)
            .Any(member => NarrowTypes.Find((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type) is not null && !_contracts.Contains(member.ContainingType, CancellationToken.None));
}
