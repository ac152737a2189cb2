namespace Specular.Generator.Reading;

/// <summary>Is told where references lead: whoever follows one depends on what stands there.</summary>
internal interface IReferenceObserver
{
    /// <summary>A reference, or a part of its way, led to a value.</summary>
    void Reached(Node target);

    /// <summary>A pointer's next name was looked for here in vain: what it led to instead, if to anything, it does for as long as that is so.</summary>
    void Lacked(Node place);

    /// <summary>To answer, the whole description was looked through.</summary>
    void Searched();
}
