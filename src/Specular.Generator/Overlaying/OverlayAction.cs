using Specular.Generator.Overlaying.Paths;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying;

/// <summary>One change that an overlay makes (OpenAPI Overlay 1.1, section 4.4.3).</summary>
/// <param name="At">The action in the overlay's file.</param>
/// <param name="TargetText">Its <c>target</c> there.</param>
/// <param name="Target">What is changed.</param>
/// <param name="Remove">It is removed; nothing else of the action counts then.</param>
/// <param name="Copy">Where to take from what is merged into the target.</param>
/// <param name="Update">What is merged into the target.</param>
internal sealed record OverlayAction(Node At, Node TargetText, PathQuery Target, bool Remove, PathQuery? Copy, Node? Update);
