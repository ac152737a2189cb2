using System.Text.Json;
using Features.Webhooks;

namespace Specular.Client.Tests;

/// <summary>specs/features/webhooks.yaml: the bodies that the server sends.</summary>
public sealed class WebhooksTests
{
    [Fact]
    public void Each_has_a_reader()
    {
        Assert.Equal(new Pet { Id = 1, Name = "a", Owner = new Owner { Name = "b" } }, WebhooksWebhooks.ReadPetAdded("""{"id":1,"name":"a","owner":{"name":"b"},"more":[1]}"""u8));
        Assert.Equal([1, 2], WebhooksWebhooks.ReadOnPetRemoved("""{"ids":[1,2]}"""u8).Ids);
        Assert.Equal(1.10m, WebhooksWebhooks.ReadPaymentDone("""{"amount":1.10}"""u8).Amount);
    }

    [Fact]
    public void Null_where_the_description_allows_it()
    {
        Assert.Null(WebhooksWebhooks.ReadAnyChange("null"u8));
        Assert.Equal(1, WebhooksWebhooks.ReadAnyChange("""{"id":1,"name":"a"}"""u8)?.Id);
    }

    [Theory]
    [InlineData("""{"id":1}""", "$")]
    [InlineData("""{"id":1,"name":"a","owner":{"name":5}}""", "$.owner.name")]
    [InlineData("""{"id":1,"name":"a"} {}""", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    public void What_does_not_fit_is_an_error_with_its_path(string json, string path)
    {
        var error = Assert.ThrowsAny<JsonException>(() => WebhooksWebhooks.ReadPetAdded(System.Text.Encoding.UTF8.GetBytes(json)));

        Assert.Equal(path, error.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<xml/>")]
    public void What_is_no_JSON(string text) => Assert.ThrowsAny<JsonException>(() => WebhooksWebhooks.ReadPetAdded(System.Text.Encoding.UTF8.GetBytes(text)));
}
