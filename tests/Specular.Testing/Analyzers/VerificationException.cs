namespace Specular.Testing.Analyzers;

/// <summary>What was found is not what was expected; the message shows both.</summary>
public sealed class VerificationException(string message) : Exception(message);
