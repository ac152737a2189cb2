using System;
using System.Collections.Generic;

namespace Specular.Runtime;

/// <summary>What a call has ended in.</summary>
internal interface IApiResult
{
    /// <summary>The exception for it, where it is no success.</summary>
    /// <param name="secrets">Texts that must not show up in its message.</param>
    Exception ToException(IReadOnlyList<string> secrets);
}
