namespace Specular.Generator.Reading;

/// <summary>
/// Remembers the short texts that were read last, so that <c>string</c> or a reference to a much used schema is mostly one string.
/// Unlike <see cref="NameTable"/> it forgets: a text that is met once costs nothing but itself.
/// </summary>
internal sealed class TextCache
{
    /// <summary>Longer texts are prose, which does not repeat.</summary>
    private const int LongestShared = 80;

    private readonly string?[] _slots = new string?[2048];

    public string Get(string text, int start, int length)
    {
        if (length > LongestShared)
            return text.Substring(start, length);
        ref var slot = ref _slots[NameTable.Hash(text, start, length) & (_slots.Length - 1)];
        if (slot is null || slot.Length != length || string.CompareOrdinal(slot, 0, text, start, length) != 0)
            slot = start == 0 && length == text.Length ? text : text.Substring(start, length);
        return slot;
    }

    public string Get(string text) => Get(text, 0, text.Length);
}
