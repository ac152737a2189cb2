namespace Specular.Runtime;

/// <summary>Reads one value: the input stands on its first byte on entry and behind its last byte on exit.</summary>
internal delegate T JsonReader<T>(ref JsonInput json);

/// <summary>Writes one value.</summary>
internal delegate void JsonWriter<in T>(ref JsonOutput json, T value);
