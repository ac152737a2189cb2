using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Binding.Remembering;

/// <summary>The facts about names on the wire, with all that they were picked from.</summary>
/// <param name="Schemas">All types, in the order of their names.</param>
/// <param name="Operations">All operations.</param>
/// <param name="Facts">The facts.</param>
internal sealed record KnownWireFacts(IReadOnlyList<SchemaModel> Schemas, IReadOnlyList<OperationModel> Operations, WireFacts Facts)
{
    /// <summary>Which of the types has a name; -1 where none has.</summary>
    public int IndexOf(string name)
    {
        var (low, high) = (0, Schemas.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(Schemas[middle].Name, name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>True where picking them again would give the same: few types and operations are others than before, and those say the same.</summary>
    public bool Fit(IReadOnlyList<SchemaModel> schemas, IReadOnlyList<OperationModel> operations)
    {
        if (Schemas.Count != schemas.Count || Operations.Count != operations.Count)
            return false;
        for (var i = 0; i < schemas.Count; i++)
        {
            if (!ReferenceEquals(Schemas[i], schemas[i]) && !SaysTheSame(Schemas[i], schemas[i]))
                return false;
        }

        for (var i = 0; i < operations.Count; i++)
        {
            if (!ReferenceEquals(Operations[i], operations[i]) && !Operations[i].Parameters.Equals(operations[i].Parameters))
                return false;
        }

        return true;
    }

    private bool SaysTheSame(SchemaModel before, SchemaModel now)
    {
        if (before is not RecordModel was || now is not RecordModel record)
            return before is not RecordModel && now is not RecordModel;
        return was.Name == record.Name && Said(was).SequenceEqual(Said(record));
    }

    private IEnumerable<(string WireName, string Name, string? Fact)> Said(RecordModel record)
    {
        foreach (var property in record.Properties)
        {
            var fact = WireFactBinder.Fact(property.WireName, property.Facts);
            if (fact is not null || Facts.Names.Contains(property.WireName))
                yield return (property.WireName, property.Name, fact);
        }
    }
}
