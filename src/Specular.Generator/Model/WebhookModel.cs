namespace Specular.Generator.Model;

/// <summary>A request that the server sends (OpenAPI 3.1, <c>webhooks</c> and section 4.8.18): what a reader of its body is made of.</summary>
/// <param name="Key">Its name in the description.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">The type of its body, without <c>?</c>.</param>
/// <param name="Nullable">Null is a value of its schema.</param>
/// <param name="Documentation">What the description says of it.</param>
internal sealed record WebhookModel(string Key, string Name, TypeModel Type, bool Nullable, string? Documentation);
