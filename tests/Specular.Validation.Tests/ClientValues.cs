using System.Collections;
using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Specular.Validation.Tests;

/// <summary>Values of the types of a client, made as a caller makes them: what is required is there, and of the rest some.</summary>
/// <param name="discriminators">The values that the description has for properties that tell types apart, by the name of the property.</param>
internal sealed class ClientValues(ILookup<string, string> discriminators)
{
    // Below this only what is required is there; and what requires itself has no value at all.
    private const int MaxDepth = 4, HopelessDepth = 24;

    private readonly Dictionary<(Type Type, int Depth), Gen<object?>> _known = [];
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>Values of a type of the client, or of one that its properties have.</summary>
    public Gen<object?> Of(Type type) => Of(type, ValueFacts.None, isItemNullable: null, depth: 0);

    private Gen<object?> Of(Type type, ValueFacts facts, NullabilityInfo? isItemNullable, int depth)
    {
        if (depth > HopelessDepth)
            throw new InvalidOperationException(type + " needs itself.");
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            type = underlying;
        if (type.IsEnum)
            return Gen.Elements((facts.Enum.Count > 0 ? facts.Enum.Select(text => FromText(type, text)) : Enum.GetValues(type).Cast<object?>()).ToArray());
        if (ScalarValues.Of(type, facts) is { } scalars)
            return scalars;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Lists(type.GetGenericArguments()[0], facts, isItemNullable?.GenericTypeArguments[0], depth);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Maps(type.GetGenericArguments()[1], isItemNullable?.GenericTypeArguments[1], depth, []);
        if (_known.TryGetValue((type, depth), out var known))
            return known;
        return _known[(type, depth)] = type.IsAbstract ? Unions(type, depth) : type.GetMethod("op_Implicit", [typeof(byte[])]) is { } ofBytes ? Files(ofBytes) : Records(type, depth);
    }

    private Gen<object?> Lists(Type item, ValueFacts facts, NullabilityInfo? nullability, int depth)
    {
        var most = Math.Min(facts.MaxItems, depth < MaxDepth ? facts.MinItems + 3 : facts.MinItems);
        return
            from count in Gen.Choose(Math.Min(facts.MinItems, most), most)
            from items in Gen.ListOf(Maybe(item, nullability, depth + 1), count)
            select (object?)ToList(item, facts.UniqueItems ? items.Distinct() : items);
    }

    private static IList ToList(Type item, IEnumerable<object?> items)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var value in items)
            list.Add(value);
        return list;
    }

    private Gen<object?> Maps(Type item, NullabilityInfo? nullability, int depth, IReadOnlyCollection<string?> taken)
    {
        var entry = from key in ScalarValues.Text(0, 8).Where(key => !taken.Contains(key)) from value in Maybe(item, nullability, depth + 1) select (Key: key, Value: value);
        return Gen.Choose(0, depth < MaxDepth ? 3 : 0).SelectMany(count => Gen.ListOf(entry, count)).Select(entries =>
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
            foreach (var (key, value) in entries)
                map[key] = value;
            return (object?)map;
        });
    }

    private Gen<object?> Maybe(Type type, NullabilityInfo? nullability, int depth)
    {
        var values = Of(type, ValueFacts.None, nullability, depth);
        return nullability?.ReadState is NullabilityState.Nullable ? Gen.Frequency((3, values), (1, Gen.Constant<object?>(null))) : values;
    }

    private static Gen<object?> Files(MethodInfo ofBytes) => ScalarValues.Text(0, 40).Select(text => (object?)ofBytes.Invoke(null, [System.Text.Encoding.UTF8.GetBytes(text)]));

    // Each case is as likely as any other, so that all are seen.
    private Gen<object?> Unions(Type union, int depth)
    {
        var cases = union.GetNestedTypes().Where(nested => nested.BaseType == union && nested.Name != "Unknown").ToArray();
        return Gen.Elements(cases).SelectMany(type =>
        {
            var constructor = type.GetConstructors().Single();
            return Of(constructor.GetParameters()[0].ParameterType, ValueFacts.None, isItemNullable: null, depth + 1).Select(value => (object?)Told(union, constructor, value));
        });
    }

    // What tells the cases apart has to say what the value is.
    private object Told(Type union, ConstructorInfo constructor, object? value)
    {
        var made = constructor.Invoke([value]);
        if (IsRead(made, union))
            return made;
        foreach (var property in value!.GetType().GetProperties().Where(property => property.CanWrite))
        {
            foreach (var text in discriminators[ValueFacts.Of(property).WireName ?? ""])
            {
                if (FromText(property.PropertyType, text) is not { } told)
                    continue;
                var before = property.GetValue(value);
                property.SetValue(value, told);
                if (IsRead(made, union))
                    return made;
                property.SetValue(value, before);
            }
        }

        return made;
    }

    // What cannot be read at all is found when all values are.
    private static bool IsRead(object made, Type union)
    {
        try
        {
            return ClientJson.Read(ClientJson.Write(made, union), union).GetType() == made.GetType();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static object? FromText(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return text;
        return type.IsEnum
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(field => (string?)field.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == "OpenApiEnumValueAttribute")?.ConstructorArguments[0].Value == text)?.GetValue(null)
            : null;
    }

    private Gen<object?> Records(Type record, int depth)
    {
        var properties = record.GetProperties().Where(property => property.CanWrite).ToArray();
        var declared = properties.Select(property => ValueFacts.Of(property).WireName).ToHashSet();

        // Types may contain themselves: what they are made of is looked at when a value is asked for.
        return Gen.Constant(record).SelectMany(_ => Gen.CollectToArray(properties, property => Property(property, depth, declared))).Select(values =>
        {
            var instance = Activator.CreateInstance(record)!;
            for (var i = 0; i < properties.Length; i++)
                properties[i].SetValue(instance, values[i]);
            return (object?)instance;
        });
    }

    private Gen<object?> Property(PropertyInfo property, int depth, IReadOnlyCollection<string?> declared)
    {
        var facts = ValueFacts.Of(property);
        var nullability = _nullability.Create(property);
        var isRequired = property.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute") || facts.IsOneWay;
        if (!isRequired && depth >= MaxDepth)
            return Gen.Constant(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null);

        var type = property.PropertyType;
        if (type.IsGenericType && type.Name.EndsWith("Optional`1", StringComparison.Ordinal))
        {
            var inner = type.GetGenericArguments()[0];
            return Gen.Frequency(
                (facts.IsOneWay ? 0 : 1, Gen.Constant(Activator.CreateInstance(type))),
                (1, Gen.Constant<object?>(null).Select(value => Activator.CreateInstance(type, value))),
                (3, Of(inner, facts, nullability.GenericTypeArguments[0], depth + 1).Select(value => Activator.CreateInstance(type, value))));
        }

        // The members that the description does not list are a map without a name on the wire.
        var values = facts.WireName is null
            ? Maps(type.GetGenericArguments()[1], nullability.GenericTypeArguments[1], depth, declared)
            : Of(type, facts, nullability, depth + 1);
        return nullability.WriteState is NullabilityState.Nullable && !facts.IsOneWay ? Gen.Frequency((2, values), (1, Gen.Constant<object?>(null))) : values;
    }
}
