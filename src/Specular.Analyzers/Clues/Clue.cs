using System;

namespace Specular.Analyzers.Clues;

/// <summary>What a body has in it that a rule begins with. A rule looks at no body without: nearly all code has nothing to do with a client.</summary>
[Flags]
internal enum Clue
{
    None = 0,

    /// <summary>A member of a client or of its types is used, or one of them is made.</summary>
    Client = 1,

    /// <summary>Something becomes a number too small for a 64-bit id.</summary>
    NarrowNumber = 2,

    /// <summary>The wire name of an https origin, or a text in quotes that may be JSON.</summary>
    OriginName = 4,

    /// <summary>Text becomes the member of an enum, or the other way round.</summary>
    EnumText = 8,

    /// <summary>A request is written by hand.</summary>
    Request = 16,

    /// <summary>A route of ASP.NET Core is mapped.</summary>
    Route = 32,

    /// <summary>Code waits for a time.</summary>
    Wait = 64,

    /// <summary>The wire name of a 64-bit id.</summary>
    IdName = 128,

    /// <summary>All of them.</summary>
    All = 255,
}
