using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>
/// Ids that hand-written code looks up by their name on the wire: in JSON, in a form, a query or a route, in configuration and in a row of a database.
/// What a program may well have named by itself, its configuration and its tables, counts only where no member of its own has that name for a smaller number.
/// </summary>
internal sealed class NamedValues
{
    private readonly ApiFacts _facts;
    private readonly WireTypes _types;
    private readonly ReaderNames _readerNames;
    private readonly OwnNames _own;

    public NamedValues(ApiFacts facts, WireTypes types, ReaderNames readerNames, OwnNames own)
    {
        _facts = facts;
        _types = types;
        _readerNames = readerNames;
        _own = own;
    }

    /// <summary>Text under the wire name itself, exactly as the wire has it.</summary>
    public IdValue? Text(string name, ITypeSymbol type) => _facts.IsIdName(name) && _types.IsText(type) ? new IdValue(name, IdForm.Text) : null;

    /// <summary>What an indexer looks up, and the value of a JSON property whose name is compared around it.</summary>
    public IdValue? OfProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.IsIndexer)
            return reference.Arguments is [var key] ? LookedUp(key.Value, property.ContainingType, reference.Instance, property.Type) : null;
        return property.Name switch
        {
            "Value" when _types.IsJsonMember(property.ContainingType) => _readerNames.FindId(reference, IdForm.Json),
            "Value" when _types.IsTokenReader(property.ContainingType) => _readerNames.FindId(reference, IdForm.Number),
            "Value" when _types.IsConfiguration(property.ContainingType) && reference.Instance is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } section => OfSetting(section),
            "ValueSpan" when _types.IsJsonReader(property.ContainingType) => _readerNames.FindId(reference, IdForm.Text),
            _ => null,
        };
    }

    /// <summary>What a lookup leaves in its <see langword="out"/> parameter.</summary>
    public IdValue? FilledBy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "TryGetProperty" or "TryGetPropertyValue" when _types.IsJson(method.ContainingType) => Named(call.ArgumentFor(0), IdForm.Json),
            "TryGetValue" when Named(call.ArgumentFor(0), IdForm.Text) is { } id && IsLookup(method.ContainingType, call.Instance) => id with { Form = FormOf(method.Parameters.Last().Type) },
            _ => null,
        };
    }

    /// <summary>What a lookup returns.</summary>
    public IdValue? ReturnedBy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var home = method.ContainingType;
        return method.Name switch
        {
            "GetProperty" or "GetPropertyOrDefault" when _types.IsJson(home) => Named(call.ArgumentFor(0), IdForm.Json),
            "GetValue" or "SelectToken" when _types.IsNode(home) && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..] => AtPath(call.ArgumentFor(0)),
            "Get" when Named(call.ArgumentFor(0), IdForm.Text) is { } id && IsLookup(home, call.Instance) => id with { Form = FormOf(method.ReturnType) },
            "GetString" when _types.IsJsonReader(home) => _readerNames.FindId(call, IdForm.Text),
            "GetValue" or "GetInt64" or "GetDecimal" when _types.IsRow(home) => OfColumn(call.ArgumentFor(0)),
            _ => null,
        };
    }

    /// <summary>The id that a setting holds, by the last part of its key: <c>"Gong:IntegrationId"</c>. Keys of a configuration have no case.</summary>
    public IdValue? OfSetting(IInvocationOperation lookup)
    {
        var key = lookup.Arguments.Select(static argument => argument.Value.ConstantText()).FirstOrDefault(static text => text is not null);
        return OfSetting(key);
    }

    /// <summary>The id that a column of a row holds, by its name or by <c>GetOrdinal</c> of its name.</summary>
    public IdValue? OfColumn(IOperation? column)
    {
        if (column?.Unwrapped() is IInvocationOperation { TargetMethod: { Name: "GetOrdinal" } method } ordinal && _types.IsRow(method.ContainingType))
            column = ordinal.ArgumentFor(0);
        return column.ConstantText() is { } name && _facts.IsIdName(name) && !_own.Has(name) ? new IdValue(name, IdForm.Number) : null;
    }

    // Whether the name is that of an id is asked first: it nearly never is, and that is quickly told.
    private IdValue? LookedUp(IOperation key, ITypeSymbol container, IOperation? instance, ITypeSymbol type)
    {
        if (key.ConstantText() is not { } text)
            return key.Unwrapped() is IInvocationOperation && _types.IsRow(container) ? OfColumn(key) : null;
        if (!_facts.IsIdMemberName(LastOfKey(text)))
            return null;
        if (IsLookup(container, instance))
            return Named(key, FormOf(type));
        if (_types.IsConfiguration(container))
            return OfSetting(text);
        return _types.IsRow(container) ? OfColumn(key) : null;
    }

    private IdValue? OfSetting(string? key) =>
        key is not null && LastOfKey(key) is var name && _facts.IsIdMemberName(name) && !_own.Has(name) ? new IdValue(name, IdForm.Text) : null;

    private static string LastOfKey(string key) => key.Substring(key.LastIndexOf(':') + 1);

    /// <summary>The last name of a path into JSON: <c>"$.data.integrationId"</c>.</summary>
    private IdValue? AtPath(IOperation? path) =>
        path.ConstantText() is { } text && text.Substring(text.LastIndexOf('.') + 1) is var name && _facts.IsIdName(name) ? new IdValue(name, IdForm.Json) : null;

    private IdValue? Named(IOperation? name, IdForm form) => name.ConstantText() is { } text && _facts.IsIdName(text) ? new IdValue(text, form) : null;

    private IdForm FormOf(ITypeSymbol type) => _types.IsJson(type) ? IdForm.Json : IdForm.Text;

    private bool IsLookup(ITypeSymbol container, IOperation? instance) =>
        _types.IsNode(container) || _types.IsNamedValues(container) || _types.IsNamedValues(instance?.Type);
}
