using Microsoft.CodeAnalysis;
using Specular.Generator.Model;

namespace Specular.Generator.Diagnostics;

/// <summary>A diagnostic as plain data: it crosses pipeline steps, where a <see cref="Diagnostic"/> must not.</summary>
/// <param name="Descriptor">One of <see cref="Descriptors"/>.</param>
/// <param name="Location">Where it stands; null only for what has no file.</param>
/// <param name="Arguments">What goes into the message.</param>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, FileLocation? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, FileLocation? location, params string[] arguments) =>
        new(descriptor, location, new EquatableArray<string>(arguments));

    public Diagnostic ToDiagnostic()
    {
        var arguments = new object[Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Arguments[i];
        return Diagnostic.Create(Descriptor, Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None, arguments);
    }
}
