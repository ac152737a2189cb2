using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Reads one value: the reader stands on its first token on entry and on its last token on exit.</summary>
internal delegate T JsonReader<T>(ref Utf8JsonReader reader);
