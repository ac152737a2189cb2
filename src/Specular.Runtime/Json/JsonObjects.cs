using System;

namespace Specular.Runtime;

/// <summary>The errors of writing what the description does not allow.</summary>
internal static class JsonObjects
{
    /// <summary>A required property that is null when it is to be sent.</summary>
    public static ArgumentException RequiredIsNull(string type, string property) =>
        new("'" + type + "." + property + "' is required and may not be null; nothing was sent.");

    /// <summary>A list that has null among its items when it is to be sent.</summary>
    public static ArgumentException ItemIsNull(string type, string property) =>
        new("An item of '" + type + "." + property + "' is null, which the description does not allow; nothing was sent.");
}
