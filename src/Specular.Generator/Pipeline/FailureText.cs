using System;

namespace Specular.Generator.Pipeline;

/// <summary>Says in one line what went wrong inside the generator: a build log keeps no more of a message.</summary>
internal static class FailureText
{
    public static string Of(Exception exception)
    {
        var frames = (exception.StackTrace ?? "").Split('\n');
        return OneLine(exception.GetType().Name + ": " + exception.Message + " " + frames[0].Trim());
    }

    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ');
}
