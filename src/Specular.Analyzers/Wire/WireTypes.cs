using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Wire;

/// <summary>The types through which hand-written code reads and writes JSON, forms and queries, resolved once for a compilation.</summary>
internal sealed class WireTypes
{
    private readonly INamedTypeSymbol? _convert;
    private readonly INamedTypeSymbol? _jsonElement;
    private readonly INamedTypeSymbol? _jsonNode;
    private readonly INamedTypeSymbol? _jsonWriter;
    private readonly INamedTypeSymbol? _jsonReader;
    private readonly INamedTypeSymbol? _token;
    private readonly INamedTypeSymbol? _tokenProperty;
    private readonly INamedTypeSymbol? _tokenReader;
    private readonly INamedTypeSymbol? _jsonConvert;
    private readonly INamedTypeSymbol? _jsonMember;
    private readonly INamedTypeSymbol? _pair;
    private readonly INamedTypeSymbol? _configuration;
    private readonly INamedTypeSymbol? _configurationBinder;
    private readonly INamedTypeSymbol? _record;
    private readonly INamedTypeSymbol? _dataRow;
    private readonly INamedTypeSymbol? _utf8Parser;
    private readonly INamedTypeSymbol? _stringValues;
    private readonly INamedTypeSymbol? _span;
    private readonly INamedTypeSymbol? _math;
    private readonly ImmutableArray<INamedTypeSymbol> _dictionaries;
    private readonly ImmutableArray<INamedTypeSymbol> _forms;

    public WireTypes(Compilation compilation)
    {
        _convert = compilation.GetTypeByMetadataName("System.Convert");
        _math = compilation.GetTypeByMetadataName("System.Math");
        _span = compilation.GetTypeByMetadataName("System.ReadOnlySpan`1");
        _jsonElement = compilation.GetTypeByMetadataName("System.Text.Json.JsonElement");
        _jsonNode = compilation.GetTypeByMetadataName("System.Text.Json.Nodes.JsonNode");
        _jsonReader = compilation.GetTypeByMetadataName("System.Text.Json.Utf8JsonReader");
        _jsonWriter = compilation.GetTypeByMetadataName("System.Text.Json.Utf8JsonWriter");
        _token = compilation.GetTypeByMetadataName("Newtonsoft.Json.Linq.JToken");
        _tokenProperty = compilation.GetTypeByMetadataName("Newtonsoft.Json.Linq.JProperty");
        _tokenReader = compilation.GetTypeByMetadataName("Newtonsoft.Json.JsonReader");
        _jsonConvert = compilation.GetTypeByMetadataName("Newtonsoft.Json.JsonConvert");
        _jsonMember = compilation.GetTypeByMetadataName("System.Text.Json.JsonProperty");
        _pair = compilation.GetTypeByMetadataName("System.Collections.Generic.KeyValuePair`2");
        _configuration = compilation.GetTypeByMetadataName("Microsoft.Extensions.Configuration.IConfiguration");
        _configurationBinder = compilation.GetTypeByMetadataName("Microsoft.Extensions.Configuration.ConfigurationBinder");
        _record = compilation.GetTypeByMetadataName("System.Data.IDataRecord");
        _dataRow = compilation.GetTypeByMetadataName("System.Data.DataRow");
        _utf8Parser = compilation.GetTypeByMetadataName("System.Buffers.Text.Utf8Parser");
        _stringValues = compilation.GetTypeByMetadataName("Microsoft.Extensions.Primitives.StringValues");
        _dictionaries = Resolve(compilation, "System.Collections.Generic.IDictionary`2", "System.Collections.Generic.IReadOnlyDictionary`2");
        _forms = Resolve(
            compilation,
            "System.Collections.Specialized.NameValueCollection",
            "Microsoft.AspNetCore.Http.IFormCollection",
            "Microsoft.AspNetCore.Http.IQueryCollection",
            "Microsoft.AspNetCore.Routing.RouteValueDictionary");
    }

    public bool IsConvert(ITypeSymbol? type) => Same(type, _convert);

    public bool IsMath(ITypeSymbol? type) => Same(type, _math);

    public bool IsJsonElement(ITypeSymbol? type) => Same(type, _jsonElement);

    public bool IsJsonReader(ITypeSymbol? type) => Same(type, _jsonReader);

    public bool IsJsonWriter(ITypeSymbol? type) => Same(type, _jsonWriter);

    /// <summary>A <c>JsonReader</c> of Newtonsoft.Json.</summary>
    public bool IsTokenReader(ITypeSymbol? type) => Inherits(type, _tokenReader);

    public bool IsJsonConvert(ITypeSymbol? type) => Same(type, _jsonConvert);

    public bool IsUtf8Parser(ITypeSymbol? type) => Same(type, _utf8Parser);

    /// <summary>A property of a JSON object as an enumeration gives it.</summary>
    public bool IsJsonMember(ITypeSymbol? type) =>
        Same(type, _jsonMember) || Inherits(type, _tokenProperty)
        || (type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } pair && Same(pair.OriginalDefinition, _pair) && IsJson(value));

    public bool IsConfiguration(ITypeSymbol? type) => type is not null && _configuration is not null && Implements(type, _configuration);

    /// <summary>The class of the extension methods that read typed settings.</summary>
    public bool IsConfigurationBinder(ITypeSymbol? type) => Same(type, _configurationBinder);

    /// <summary>A row of a database.</summary>
    public bool IsRow(ITypeSymbol? type) => type is not null && (Inherits(type, _dataRow) || (_record is not null && Implements(type, _record)));

    /// <summary>A <c>JProperty</c>, whose constructor takes a name and a value.</summary>
    public bool IsTokenProperty(ITypeSymbol? type) => Same(type, _tokenProperty);

    /// <summary>A mutable JSON node of System.Text.Json or Newtonsoft.Json.</summary>
    public bool IsNode(ITypeSymbol? type) => Inherits(type, _jsonNode) || Inherits(type, _token);

    /// <summary>Any piece of a JSON document.</summary>
    public bool IsJson(ITypeSymbol? type) => IsJsonElement(type) || IsNode(type);

    /// <summary>What text from the wire comes as.</summary>
    public bool IsText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String }
        || Same(type, _stringValues)
        || (type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char or SpecialType.System_Byte }] } span && Same(span.OriginalDefinition, _span));

    /// <summary>A form, a query, the values of a route, or a dictionary of texts or of JSON: what is looked up in it by name has come over the wire.</summary>
    public bool IsNamedValues(ITypeSymbol? type) => type is not null && (_forms.Any(form => Implements(type, form)) || IsDictionaryOf(type, value => IsText(value) || IsJson(value)));

    /// <summary>A dictionary from strings to anything.</summary>
    public bool IsDictionary(ITypeSymbol? type) => type is not null && IsDictionaryOf(type, static _ => true);

    /// <summary>A dictionary from strings to numbers too small for a 64-bit id.</summary>
    public bool IsDictionaryOfNarrow(ITypeSymbol? type) => type is not null && IsDictionaryOf(type, static value => NarrowTypes.Find(value) is not null);

    private bool IsDictionaryOf(ITypeSymbol type, Func<ITypeSymbol, bool> isValue)
    {
        return IsOne(type) || type.AllInterfaces.Any(IsOne);

        bool IsOne(ITypeSymbol candidate) =>
            candidate is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } named
            && _dictionaries.Any(dictionary => Same(named.OriginalDefinition, dictionary))
            && isValue(value);
    }

    private static bool Implements(ITypeSymbol type, INamedTypeSymbol form) => Inherits(type, form) || type.AllInterfaces.Any(candidate => Same(candidate, form));

    private static bool Inherits(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        if (ancestor is null)
            return false;
        for (; type is not null; type = type.BaseType)
        {
            if (Same(type, ancestor))
                return true;
        }
        return false;
    }

    private static bool Same(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);

    private static ImmutableArray<INamedTypeSymbol> Resolve(Compilation compilation, params string[] names) =>
        names.Select(compilation.GetTypeByMetadataName).Where(type => type is not null).Select(type => type!).ToImmutableArray();
}
