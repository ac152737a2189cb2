namespace Specular.Benchmarks.Rivals.NSwag.Payloads;

/// <summary>NSwag names this type and does not emit it.</summary>
public sealed class Events;
