using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gong;

namespace Specular.Client.Tests;

/// <summary>The models in users' own <c>JsonSerializer</c> calls.</summary>
public sealed class SerializerTests
{
    private const string Request = """{"integrationTypeSettings":[{"integrationType":"EMAIL_COMPOSER","allowedOrigin":"https://acme.partner.com"}]}""";

    public static TheoryData<JsonSerializerOptions> Options => new(
        JsonSerializerOptions.Default,
        JsonSerializerOptions.Web,
        new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper, DefaultIgnoreCondition = JsonIgnoreCondition.Never, NumberHandling = JsonNumberHandling.WriteAsString, Converters = { new JsonStringEnumConverter() } });

    [Theory]
    [MemberData(nameof(Options), DisableDiscoveryEnumeration = true)]
    public void The_wire_is_the_same_whatever_the_options(JsonSerializerOptions options)
    {
        var request = JsonSerializer.Deserialize<IntegrationSettingsRequest>(Request, options)!;
        Assert.Equal(new IntegrationTypeSettings { IntegrationType = IntegrationType.EmailComposer, AllowedOrigin = "https://acme.partner.com" }, Assert.Single(request.IntegrationTypeSettings));
        Assert.Equal(Request, JsonSerializer.Serialize(request, options));
        Assert.Equal("""{"integrationId":5517027188234206000}""", JsonSerializer.Serialize(new IntegrationSettingsResponse { IntegrationId = 5517027188234206000 }, options));
        Assert.Equal(5517027188234206000, JsonSerializer.Deserialize<IntegrationSettingsResponse>("""{"integrationId":5517027188234206000}""", options)?.IntegrationId);
    }

    [Fact]
    public async Task From_a_stream_in_small_pieces()
    {
        var many = $$"""[{{string.Join(",", Enumerable.Repeat(Request, 500))}}]""";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(many));

        var requests = await JsonSerializer.DeserializeAsync<List<IntegrationSettingsRequest>>(stream, new JsonSerializerOptions { DefaultBufferSize = 16 }, TestContext.Current.CancellationToken);

        Assert.Equal(many, JsonSerializer.Serialize(requests));
    }

    [Fact]
    public void Inside_types_of_the_users_own()
    {
        var mine = JsonSerializer.Deserialize<Mine>("""{"Name":"a","Settings":[{"integrationType":"DIALER","allowedOrigin":"https://a.com"},null],"ByType":{"DIALER":1,"NEW_ONE":2},"Maybe":null,"Kind":"ACCOUNT_PAGES"}""")!;

        Assert.Equal([new IntegrationTypeSettings { IntegrationType = IntegrationType.Dialer, AllowedOrigin = "https://a.com" }, null], mine.Settings);
        Assert.Equal(1, mine.ByType[IntegrationType.Dialer]);
        Assert.Equal(2, mine.ByType[IntegrationTypeExtensions.FromWireValue("NEW_ONE")]);
        Assert.Equal(IntegrationType.AccountPages, mine.Kind);
        Assert.Equal(
            """{"Name":"a","Settings":[{"integrationType":"DIALER","allowedOrigin":"https://a.com"},null],"ByType":{"DIALER":1,"NEW_ONE":2},"Maybe":null,"Kind":"ACCOUNT_PAGES"}""",
            JsonSerializer.Serialize(mine));
    }

    [Fact]
    public void As_nodes_and_elements()
    {
        var node = JsonSerializer.SerializeToNode(new ErrorResponse { RequestId = "a", Errors = ["b"] });

        Assert.True(JsonNode.DeepEquals(node, JsonNode.Parse("""{"requestId":"a","errors":["b"]}""")));
        Assert.Equal(["b"], node.Deserialize<ErrorResponse>()?.Errors);
    }

    [Theory]
    [InlineData("""{"integrationTypeSettings":[{"integrationType":"DIALER","allowedOrigin":5}]}""", "$.integrationTypeSettings[0].allowedOrigin", "a number where a string is due")]
    [InlineData("""{"integrationTypeSettings":[{"integrationType":7,"allowedOrigin":"https://a.com"}]}""", "$.integrationTypeSettings[0].integrationType", "a number where a string is due")]
    [InlineData("""{"integrationTypeSettings":[{"integrationType":"DIALER"}]}""", "$.integrationTypeSettings[0]", "required property 'allowedOrigin' is missing")]
    [InlineData("{}", "$", "required property 'integrationTypeSettings' is missing")]
    public void An_error_of_theirs_has_a_path(string json, string path, string message)
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<IntegrationSettingsRequest>(json));

        // System.Text.Json knows the way to the model; what is inside is the model's own business.
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
        Assert.StartsWith(error.Path!, path, StringComparison.Ordinal);
        Assert.Equal(0, error.LineNumber);
        Assert.NotNull(error.BytePositionInLine);
    }

    [Fact]
    public void The_path_leads_through_the_users_own_types()
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Mine>("""{"Name":"a","Settings":[null,{"integrationType":"DIALER","allowedOrigin":5}]}"""));

        Assert.StartsWith("$.Settings[1]", error.Path, StringComparison.Ordinal);
        Assert.Equal(0, error.LineNumber);
    }

    [Theory]
    [InlineData("EMAIL_COMPOSER", IntegrationType.EmailComposer, true)]
    [InlineData("ACCOUNT_PAGES", IntegrationType.AccountPages, true)]
    [InlineData("DIALER", IntegrationType.Dialer, true)]
    [InlineData("dialer", null, false)]
    [InlineData("Dialer", null, false)]
    [InlineData("3", null, false)]
    [InlineData("", null, false)]
    [InlineData("NEW_TYPE\u00e9\U0001F600", null, false)]
    public void A_value_of_an_enum_is_kept_and_written_back(string wire, IntegrationType? expected, bool defined)
    {
        var json = JsonSerializer.Serialize(wire);
        var value = JsonSerializer.Deserialize<IntegrationType>(json);

        Assert.Equal(defined, value.IsDefined());
        Assert.Equal(wire, value.ToWireValue());
        Assert.Equal(wire, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(value)));
        Assert.Equal(value, IntegrationTypeExtensions.FromWireValue(wire));
        if (expected is not null)
            Assert.Equal(expected, value);
        else
            Assert.NotEqual(value, JsonSerializer.Deserialize<IntegrationType>("\"ANOTHER_NEW_TYPE\""));
    }

    [Fact]
    public void The_default_of_an_enum_is_no_value()
    {
        Assert.False(default(IntegrationType).IsDefined());
        Assert.ThrowsAny<JsonException>(() => default(IntegrationType).ToWireValue());
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(default(IntegrationType)));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(new Dictionary<IntegrationType, int> { [default] = 1 }));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[\"DIALER\"]")]
    public void An_enum_is_read_of_text_only(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<IntegrationType>(json));

    [Fact]
    public void Null_where_it_is_not_allowed_is_not_written() =>
        Assert.ThrowsAny<ArgumentException>(() => JsonSerializer.Serialize(new IntegrationSettingsRequest { IntegrationTypeSettings = null! }));

    public sealed record Mine(string Name, IReadOnlyList<IntegrationTypeSettings?> Settings, Dictionary<IntegrationType, int> ByType, IntegrationType? Maybe, IntegrationType Kind);
}
