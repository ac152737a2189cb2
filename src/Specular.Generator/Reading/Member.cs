using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>A name and its value in an object, with the place of the name in the file.</summary>
internal readonly record struct Member(string Name, TextSpan NameSpan, Node Value);
