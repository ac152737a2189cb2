using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Makes a result of an answer whose body is there.</summary>
/// <param name="answer">The answer.</param>
/// <param name="error">Null at first; where the body has turned out not to be what the description says, why.</param>
/// <exception cref="JsonException">The body is not what the description says.</exception>
internal delegate TResult ResultReader<out TResult>(ApiResponse answer, JsonException? error);
