using System;

namespace Specular.Generator.Binding.Remembering;

/// <summary>An answer has become another one, mostly since a name went to something else: what is bound so far does not count, and all is bound anew.</summary>
internal sealed class OutdatedMemoryException : Exception;
