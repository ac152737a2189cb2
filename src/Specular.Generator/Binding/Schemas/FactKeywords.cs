using System.Runtime.CompilerServices;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>The keywords that facts are made of, each where it is said first: looked for once, as most schemas have none of them.</summary>
internal struct FactKeywords
{
    public Node? Format;
    public Node? Description;
    public Node? Origin;
    public Node? Pattern;
    public Node? ContentMediaType;
    public Node? MinLength;
    public Node? MaxLength;
    public Node? Minimum;
    public Node? ExclusiveMinimum;
    public Node? Maximum;
    public Node? ExclusiveMaximum;
    public Node? MultipleOf;
    public Node? MinItems;
    public Node? MaxItems;
    public Node? UniqueItems;
    public Node? Items;
    public Node? ReadOnly;
    public Node? WriteOnly;
    public Node? Example;
    public Node? Examples;
    public Node? Default;

    /// <summary>There may be something inside that is not for showing.</summary>
    public bool HasInside;

    /// <summary>There are values, or something is deprecated, or some other of the keywords is there.</summary>
    public bool SaysMore;

    /// <summary>Adds what a schema says that is not said yet.</summary>
    [MethodImpl(Hot.Path)]
    public void Add(Node schema)
    {
        var members = schema.Members;
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            switch (member.Name)
            {
                case "type" or "title" or "nullable" or "$ref" or "properties" or "required" or "allOf":
                    continue;
                case "description":
                    Description ??= member.Value;
                    continue;
                case "format":
                    Format ??= member.Value;
                    break;
                case "x-origin":
                    Origin ??= member.Value;
                    break;
                case "pattern":
                    Pattern ??= member.Value;
                    break;
                case "contentMediaType":
                    ContentMediaType ??= member.Value;
                    break;
                case "minLength":
                    MinLength ??= member.Value;
                    break;
                case "maxLength":
                    MaxLength ??= member.Value;
                    break;
                case "minimum":
                    Minimum ??= member.Value;
                    break;
                case "exclusiveMinimum":
                    ExclusiveMinimum ??= member.Value;
                    break;
                case "maximum":
                    Maximum ??= member.Value;
                    break;
                case "exclusiveMaximum":
                    ExclusiveMaximum ??= member.Value;
                    break;
                case "multipleOf":
                    MultipleOf ??= member.Value;
                    break;
                case "minItems":
                    MinItems ??= member.Value;
                    break;
                case "maxItems":
                    MaxItems ??= member.Value;
                    break;
                case "uniqueItems":
                    UniqueItems ??= member.Value;
                    break;
                case "items":
                    Items ??= member.Value;
                    HasInside = true;
                    break;
                case "additionalProperties":
                    HasInside = true;
                    break;
                case "readOnly":
                    ReadOnly ??= member.Value;
                    break;
                case "writeOnly":
                    WriteOnly ??= member.Value;
                    break;
                case "example":
                    Example ??= member.Value;
                    break;
                case "examples":
                    Examples ??= member.Value;
                    break;
                case "default":
                    Default ??= member.Value;
                    break;
                case "enum" or "const" or "deprecated":
                    break;
                default:
                    continue;
            }

            SaysMore = true;
        }
    }
}
