using System.Collections.ObjectModel;
using System.Globalization;
using System.Reflection;
using Features.Facts;

namespace Specular.Client.Tests;

/// <summary>specs/features/facts.yaml: the facts that the analyzers read, as the compiled client carries them.</summary>
public sealed class FactsTests
{
    [Theory]
    [InlineData(nameof(Values.Own), "MinLength = 2, MaxLength = 4")]
    [InlineData(nameof(Values.Referred), "MaxLength = 3")]
    [InlineData(nameof(Values.Beside), "MinLength = 2, MaxLength = 3")]
    [InlineData(nameof(Values.Alone), "MaxLength = 3")]
    [InlineData(nameof(Values.Annotated), "MaxLength = 3")]
    [InlineData(nameof(Values.Parts), "MinLength = 2, MaxLength = 5")]
    [InlineData(nameof(Values.OrNull), "MaxLength = 3")]
    [InlineData(nameof(Values.Above), "Minimum = >3, Maximum = 9")]
    [InlineData(nameof(Values.Steps), "Minimum = -1, Maximum = <1, MultipleOf = 0.5")]
    [InlineData(nameof(Values.List), "MinItems = 1, MaxItems = 3, UniqueItems = True")]
    public void Constraints_wherever_they_stand(string property, string facts) => Assert.Equal(facts, FactsOf(property));

    [Theory]
    [InlineData(nameof(Values.Always), typeof(bool?), "Enum = true")]
    [InlineData(nameof(Values.Never), typeof(bool?), "Enum = false")]
    [InlineData(nameof(Values.Half), typeof(double?), "Enum = 0.5|1.5")]
    public void Values_that_CSharp_has_no_enum_for(string property, Type type, string facts)
    {
        Assert.Equal(type, typeof(Values).GetProperty(property)!.PropertyType);
        Assert.Equal(facts, FactsOf(property));
    }

    [Fact]
    public void Fewer_values_than_the_enum_has()
    {
        Assert.Equal(typeof(Color?), typeof(Values).GetProperty(nameof(Values.Warm))!.PropertyType);
        Assert.Equal("Enum = red|yellow", FactsOf(nameof(Values.Warm)));
        Assert.Equal("", FactsOf(nameof(Values.Color)));
    }

    [Fact]
    public void A_direction_beside_what_is_referred_to() => Assert.Equal("ReadOnly = True", FactsOf(nameof(Values.Served)));

    private static string FactsOf(string property) => string.Join(", ", typeof(Values).GetProperty(property)!.GetCustomAttributesData()
        .Single(attribute => attribute.AttributeType.Name == "OpenApiPropertyAttribute")
        .NamedArguments.Select(argument => string.Create(CultureInfo.InvariantCulture, $"{argument.MemberName} = {Text(argument.TypedValue.Value)}")));

    private static object? Text(object? value) => value is ReadOnlyCollection<CustomAttributeTypedArgument> items ? string.Join("|", items.Select(item => item.Value)) : value;
}
