using Specular.Generator.Model;

namespace Specular.Generator.Binding.Remembering;

/// <summary>An operation before and after what depends on the members of schemas was filled in.</summary>
/// <param name="Bound">Before.</param>
/// <param name="Completed">After.</param>
/// <param name="Looked">The types that were looked at for it, in order.</param>
internal sealed record CompletedOperation(OperationModel Bound, OperationModel Completed, SchemaModel?[] Looked)
{
    /// <summary>True where completing an operation would give the same.</summary>
    public bool Fits(OperationModel bound, SchemaModel?[] looked)
    {
        if (!ReferenceEquals(Bound, bound) || Looked.Length != looked.Length)
            return false;
        for (var i = 0; i < looked.Length; i++)
        {
            if (!ReferenceEquals(Looked[i], looked[i]))
                return false;
        }

        return true;
    }
}
