namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>In what form an id is at hand.</summary>
internal enum IdForm
{
    /// <summary>As a number that holds all of it.</summary>
    Number,

    /// <summary>As its digits.</summary>
    Text,

    /// <summary>As a piece of JSON.</summary>
    Json,
}

/// <summary>A 64-bit id, or another 64-bit integer of the API, by the name under which the code knows it.</summary>
internal sealed record IdValue(string Name, IdForm Form, bool IsId = true);
