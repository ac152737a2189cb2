namespace Specular.Generator.Reading;

/// <summary>Is told where references lead: whoever follows one depends on what stands there.</summary>
internal interface IReferenceObserver
{
    /// <summary>A reference, or a part of its way, led to a value.</summary>
    void Reached(Node target);

    /// <summary>A pointer ended before its end: nothing of the next name is here.</summary>
    void Ended(Node last);

    /// <summary>To answer, the whole description was looked through.</summary>
    void Searched();
}
