namespace Specular.Runtime;

/// <summary>What becomes of the body of an answer.</summary>
internal enum BodyUse
{
    /// <summary>It is read as a whole before anything is made of it.</summary>
    Buffer,

    /// <summary>The caller gets it as it comes.</summary>
    Stream,

    /// <summary>It is let go.</summary>
    None,
}
