using System.Text.Json.Nodes;
using Features.Names;
using NamesTask = Features.Names.Task;

namespace Specular.Client.Tests;

/// <summary>specs/features/names.yaml: whatever something is called in C#, on the wire it has the description's name.</summary>
public sealed class NamesTests(TestServer server) : ServerTest(server)
{
    private NamesClient Client => new(Http);

    [Fact]
    public async System.Threading.Tasks.Task Properties()
    {
        Server.Answer = Answers.Echo();
        var sent = new NamesTask
        {
            TaskValue = "Task",
            TaskValue2 = "task",
            System = new Features.Names.System { String = "s", Text = "t" },
            String = Features.Names.String.Default2,
            Object = new Dictionary<string, long> { ["a"] = 1 },
            Plus1 = 1,
            Minus1 = -1,
            Property = 0,
            _1St = 2,
            Type = "@type",
            RefName = "$ref.name",
            TwoWords = "two words",
            TwoWordsValue = "two-words",
            TwoWordsValue2 = "two_words",
            LineSeparator = "line\u2028separator",
            PropertyValue = "🚀",
            Naïve = "naïve",
            日本語 = "日本語",
            Quote = "quote\"\\",
            GetHashCodeValue = "GetHashCode",
            EqualsValue = "Equals",
            ToStringValue = "ToString",
            EqualityContractValue = "EqualityContract",
            Event = "event",
            Value = "value",
            Reader = "reader",
            Writer = "writer",
            Start = "start",
            MyDottedName = new MyDottedName { MyDottedNameValue = "inner" },
        };

        var received = await Client.PutAsync("1", sent, cancellationToken: Token);

        var json = JsonNode.Parse(Server.Request.Body)!.AsObject();
        Assert.Equal(29, json.Count);
        foreach (var (name, value) in json.Where(member => member.Value is JsonValue text && text.GetValueKind() == global::System.Text.Json.JsonValueKind.String && member.Key != "String"))
            Assert.Equal(name, (string)value!);
        Assert.Equal((1, -1, 0, 2), ((int)json["+1"]!, (int)json["-1"]!, (int)json[""]!, (int)json["1st"]!));
        Assert.Equal("""{"MyDottedName":"inner"}""", json["my.dotted name"]!.ToJsonString());
        Assert.Equal("default", (string)json["String"]!);
        Assert.Equal(sent with { Object = received.Object }, received);
        Assert.Equal(sent.Object, received.Object);
    }

    [Fact]
    public async System.Threading.Tasks.Task Parameters()
    {
        Server.Answer = Answers.Echo();

        await Client.PutAsync(
            "1", new NamesTask { TaskValue = "" }, @class: "a", type: "b", filterName: "c", cancellationTokenQuery: "d", bodyQuery: "e", parameter: "f", _0: "g", cancellationToken: Token);

        Assert.Equal("/items/1?class=a&%40type=b&filter%5Bname%5D=c&cancellationToken=d&body=e&%20=f&0=g", Server.Request.Target);
    }

    [Fact]
    public async System.Threading.Tasks.Task Operations_that_differ_in_little()
    {
        await Client.GetItemsNameAsync("a", Token);
        await Client.GetItemsNameSummaryAsync("b", Token);
        await Client.Put2Async(Token);

        Assert.Equal(["GET /items/a", "GET /items/b", "PUT /put"], Server.Received.Select(request => request.Method + " " + request.Target));
    }
}
