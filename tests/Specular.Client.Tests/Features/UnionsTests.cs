using System.Text.Json;
using Features.Unions;

namespace Specular.Client.Tests;

/// <summary>specs/features/unions.yaml: which case a value is, and that it is sent as it came.</summary>
public sealed class UnionsTests(TestServer server) : ServerTest(server)
{
    private UnionsClient Client => new(Http);

    [Theory]
    [InlineData("""{"kind":"circle","radius":3}""", typeof(Shape.Circle))]
    [InlineData("""{"kind":"round","radius":3}""", typeof(Shape.Circle))]
    [InlineData("""{"kind":"sq","side":4}""", typeof(Shape.Square))]
    [InlineData("""{"kind":"Label","text":"x"}""", typeof(Shape.Label))]
    public Task A_discriminator(string json, Type expected) => RoundTrips("shape", json, values => values.Shape, expected);

    [Theory]
    [InlineData("""{"species":"Cat","lives":9}""", typeof(Animal.Cat))]
    [InlineData("""{"species":"Poodle","curls":100}""", typeof(Animal.Dog))]
    [InlineData("""{"species":"Beagle","howls":true}""", typeof(Animal.Dog))]
    public Task A_discriminator_that_goes_deeper(string json, Type expected) => RoundTrips("animal", json, values => values.Animal, expected);

    [Fact]
    public async Task A_discriminator_that_goes_deeper_tells_all_the_way_down()
    {
        Server.Answer = Answers.Json(200, """{"animal":{"species":"Beagle","howls":true}}""");

        var dog = Assert.IsType<Animal.Dog>((await Client.PutValuesAsync(new Values(), Token)).Animal).Value;

        Assert.True(Assert.IsType<Dog.Beagle>(dog).Value.Howls);
    }

    [Theory]
    [InlineData("""{"type":"created","number":1,"name":"x"}""", typeof(Event.EventCreated))]
    [InlineData("""{"type":"deleted","number":2,"reason":"old"}""", typeof(Event.EventDeleted))]
    public Task Properties_beside_a_choice(string json, Type expected) => RoundTrips("event", json, values => values.Event, expected);

    [Theory]
    [InlineData("""{"vehicleType":"Car","maker":"A","doors":5}""", typeof(Vehicle.Car))]
    [InlineData("""{"vehicleType":"Bike","gears":21}""", typeof(Vehicle.Bike))]
    public Task Inheritance(string json, Type expected) => RoundTrips("vehicle", json, values => values.Vehicle, expected);

    [Theory]
    [InlineData("""{"address":"a@b.c"}""", typeof(Contact.Email))]
    [InlineData("""{"number":"1","label":"home"}""", typeof(Contact.Phone))]
    [InlineData("""{"label":"neither"}""", typeof(Contact.Unknown))]
    [InlineData("\"text\"", typeof(Contact.Unknown))]
    public Task What_is_required_decides(string json, Type expected) => RoundTrips("contact", json, values => values.Contact, expected);

    [Theory]
    [InlineData("""{"do":"wait","time":1}""", typeof(Step.Wait))]
    [InlineData("""{"do":"go","time":1}""", typeof(Step.Go))]
    [InlineData("""{"do":"jump","time":1}""", typeof(Step.Unknown))]
    public Task A_constant_decides(string json, Type expected) => RoundTrips("step", json, values => values.Step, expected);

    [Theory]
    [InlineData("""{"scale":"ten","value":7}""", typeof(Rating.Stars))]
    [InlineData("""{"scale":"letters","value":"B"}""", typeof(Rating.Grade))]
    [InlineData("""{"scale":"smileys","value":":-)"}""", typeof(Rating.Unknown))]
    public Task An_enum_decides(string json, Type expected) => RoundTrips("rating", json, values => values.Rating, expected);

    [Theory]
    [InlineData("""{"name":"x"}""", typeof(Party.Person))]
    [InlineData("""{"name":"x","born":1970}""", typeof(Party.Person))]
    [InlineData("""{"name":"x","taxNumber":"1"}""", typeof(Party.Company))]
    [InlineData("""{"founded":1970}""", typeof(Party.Company))]
    public Task What_knows_most_of_the_value_decides(string json, Type expected) => RoundTrips("party", json, values => values.Party, expected);

    [Theory]
    [InlineData("""{"type":"a","value":"x"}""", typeof(Literal.TextLiteral))]
    [InlineData("""{"type":"a","value":1}""", typeof(Literal.NumberLiteral))]
    [InlineData("""{"type":"a","value":1.5}""", typeof(Literal.NumberLiteral))]
    [InlineData("""{"type":"a","value":true}""", typeof(Literal.FlagLiteral))]
    [InlineData("""{"value":null}""", typeof(Literal.NumberLiteral))]
    [InlineData("""{"type":"a"}""", typeof(Literal.TextLiteral))]
    [InlineData("""{"type":"a","value":[]}""", typeof(Literal.Unknown))]
    public Task The_kind_of_a_member_decides(string json, Type expected) => RoundTrips("literal", json, values => values.Literal, expected);

    /// <summary>Five parts, of which C# has two types.</summary>
    [Theory]
    [InlineData("2", typeof(Amount.Integer))]
    [InlineData("""["all"]""", typeof(Amount.AmountOption3ItemList))]
    [InlineData("""["https://a.example"]""", typeof(Amount.StringList))]
    [InlineData("\"a\"", typeof(Amount.Unknown))]
    public Task Parts_of_one_type(string json, Type expected) => RoundTrips("amount", json, values => values.Amount, expected);

    [Theory]
    [InlineData("""{"role":"assistant","content":"a","id":1,"created":"x"}""", typeof(Entry.Input))]
    [InlineData("""{"role":"user","content":"a","id":1,"created":"x"}""", typeof(Entry.Input))]
    [InlineData("""{"role":"assistant","content":"a","id":1,"created":"x","model":null}""", typeof(Entry.Output))]
    [InlineData("""{"content":"a"}""", typeof(Entry.Output))]
    public Task What_knows_more_wins_over_what_requires_more(string json, Type expected) => RoundTrips("entry", json, values => values.Entry, expected);

    [Theory]
    [InlineData("9223372036854775807", typeof(Id.Integer))]
    [InlineData("\"9\"", typeof(Id.String))]
    [InlineData("1.50", typeof(Id.Unknown))]
    [InlineData("18446744073709551615", typeof(Id.Unknown))]
    [InlineData("[true,null]", typeof(Id.Unknown))]
    public Task Simple_values(string json, Type expected) => RoundTrips("id", json, values => values.Id, expected);

    [Fact]
    public async Task Null_is_one_of_the_values()
    {
        Server.Answer = Answers.Echo();

        var answer = await Client.PutValuesAsync(new Values { MaybeId = new((MaybeId?)null) }, Token);
        Assert.True(answer.MaybeId is { HasValue: true, Value: null });
        answer = await Client.PutValuesAsync(new Values { MaybeId = new(5L) }, Token);
        Assert.Equal(5, Assert.IsType<MaybeId.Integer>(answer.MaybeId.Value).Value);
        answer = await Client.PutValuesAsync(new Values(), Token);
        Assert.False(answer.MaybeId.HasValue);

        Assert.Equal(["""{"maybeId":null}""", """{"maybeId":5}""", "{}"], Server.Received.Select(request => request.Text));
    }

    [Theory]
    [InlineData("\"a\"", typeof(Tags.String))]
    [InlineData("""["a","b"]""", typeof(Tags.StringList))]
    [InlineData("[]", typeof(Tags.StringList))]
    [InlineData("""[{"address":"a"}]""", typeof(Tags.EmailList))]
    [InlineData("[[1,2]]", typeof(Tags.Unknown))]
    public Task Lists(string json, Type expected) => RoundTrips("tags", json, values => values.Tags, expected);

    [Theory]
    [InlineData("\"a\"", typeof(Command.String))]
    [InlineData("""["a","b"]""", typeof(Command.StringList))]
    public Task Items_beside_a_choice(string json, Type expected) => RoundTrips("command", json, values => values.Command, expected);

    [Theory]
    [InlineData("""{"name":"x","salary":1}""", typeof(Employee.EmployeeSalaried))]
    [InlineData("""{"name":"x","hours":1}""", typeof(Employee.EmployeeHourly))]
    public Task A_choice_as_part_of_something_larger(string json, Type expected) => RoundTrips("employee", json, values => values.Employee, expected);

    [Theory]
    [InlineData("""{"name":"x","salary":1,"reports":["y"]}""", typeof(Manager.ManagerSalaried))]
    [InlineData("""{"name":"x","hours":1}""", typeof(Manager.ManagerHourly))]
    public Task A_choice_as_part_of_a_part(string json, Type expected) => RoundTrips("manager", json, values => values.Manager, expected);

    [Fact]
    public async Task A_string_or_an_enum_is_the_enum()
    {
        Server.Answer = Answers.Echo();

        var answer = await Client.PutValuesAsync(new Values { Model = ModelExtensions.FromWireValue("huge"), Mood = Mood.NotSoGood, Level = Level.High }, Token);

        Assert.Equal("""{"model":"huge","mood":"bad","level":2}""", Server.Request.Text);
        Assert.Equal((false, "huge"), (answer.Model!.Value.IsDefined(), answer.Model.Value.ToWireValue()));
        Assert.Equal((Mood.NotSoGood, Level.High), (answer.Mood, answer.Level));
        Assert.Equal("ok", Mood.AllRight.ToWireValue());
    }

    [Theory]
    [InlineData("""{ "kind" : "triangle", "sides": [3, 4.0, 5e0], "é": null, "e": "\u00e9\/" }""")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":""}""")]
    [InlineData("\"circle\"")]
    [InlineData("12.50")]
    public async Task What_no_case_knows_is_kept_and_sent_as_it_came(string json)
    {
        Server.Answer = Answers.Json(200, json);
        var unknown = Assert.IsType<Shape.Unknown>(await Client.PutShapeAsync(new Circle { Kind = "circle", Radius = 1 }, Token));
        Assert.Equal(json, unknown.Value.GetRawText());
        Server.Reset();

        await Client.PutShapeResultAsync(unknown, Token);

        Assert.Equal(json, Server.Request.Text);
    }

    [Fact]
    public async Task A_case_that_is_not_what_it_says_is_an_error_with_its_path()
    {
        Server.Answer = Answers.Json(200, """{"shapes":[{"kind":"sq","side":1},{"kind":"sq"}]}""");

        var undeclared = Assert.IsType<PutValuesResult.Undeclared>(await Client.PutValuesResultAsync(new Values(), Token));

        Assert.StartsWith("required property 'side' is missing. Path: $.shapes[1] |", undeclared.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_become_cases()
    {
        Server.Answer = Answers.Echo();
        Shape circle = new Circle { Kind = "circle", Radius = 2 };

        var answer = await Client.PutValuesAsync(new Values { Shapes = [circle, new Square { Kind = "sq", Side = 1 }], Id = 5, Tags = "x", Animal = new Cat { Species = "Cat" } }, Token);

        Assert.Equal("""{"animal":{"species":"Cat"},"id":5,"tags":"x","shapes":[{"kind":"circle","radius":2},{"kind":"sq","side":1}]}""", Server.Request.Text);
        Assert.Equal([circle, new Square { Kind = "sq", Side = 1 }], answer.Shapes!);
    }

    [Fact]
    public void Equal_values_of_a_case_are_equal()
    {
        Id five = 5, alsoFive = 5, text = "5";

        Assert.Equal(five, alsoFive);
        Assert.Equal(five.GetHashCode(), alsoFive.GetHashCode());
        Assert.NotEqual(five, text);
        Assert.Equal((Shape)new Label { Kind = "Label" }, new Label { Kind = "Label" });
        Assert.Equal(new Id.Unknown(JsonElement.Parse("[1]")), new Id.Unknown(JsonElement.Parse("[1]")));
        Assert.NotEqual(new Id.Unknown(JsonElement.Parse("[1]")), new Id.Unknown(JsonElement.Parse("[2]")));
        Assert.Equal("5", five.ToString());
    }

    [Fact]
    public void A_switch_sees_every_case()
    {
        Id[] ids = [1, "one", new Id.Unknown(JsonElement.Parse("true"))];

        Assert.Equal(["integer 1", "string one", "unknown true"], ids.Select(Text));

        static string Text(Id id) => id switch
        {
            Id.Integer integer => $"integer {integer.Value}",
            Id.String text => $"string {text.Value}",
            Id.Unknown unknown => $"unknown {unknown.Value.GetRawText()}",
            _ => throw new InvalidOperationException(),
        };
    }

    [Fact]
    public async Task In_parameters()
    {
        await Client.SearchAsync(7, words: "a b", ids: [1, "x,y"], xId: "h", cancellationToken: Token);
        await Client.SearchAsync("a&b", words: new Words.StringList(["a", "b c"]), cancellationToken: Token);
        await Client.GetItemAsync(7, Token);
        await Client.GetItemAsync("a/b", Token);

        Assert.Equal(["/search?id=7&words=a%20b&ids=1,x%2Cy", "/search?id=a%26b&words=a&words=b%20c", "/items/7", "/items/a%2Fb"], Server.Received.Select(request => request.Target));
        Assert.Equal(["h", null, null, null], Server.Received.Select(request => request.Header("X-Id")));
    }

    [Fact]
    public async Task In_a_form()
    {
        await Client.PostFormAsync(new PostFormRequest { Id = 7, Words = new Words.StringList(["a", "b c"]), Shape = new Square { Kind = "sq", Side = 2 } }, Token);

        Assert.Equal("id=7&words=a&words=b+c&shape=%7B%22kind%22%3A%22sq%22%2C%22side%22%3A2%7D", Server.Request.Text);
    }

    private async Task RoundTrips(string property, string json, Func<Values, object?> get, Type expected)
    {
        Server.Answer = Answers.Json(200, $$"""{"{{property}}":{{json}}}""");
        var values = await Client.PutValuesAsync(new Values(), Token);
        Assert.IsType(expected, get(values));
        Server.Reset();
        Server.Answer = Answers.Echo();

        var answer = await Client.PutValuesAsync(values, Token);

        Assert.Equal($$"""{"{{property}}":{{json}}}""", Server.Request.Text);
        Assert.IsType(expected, get(answer));
    }
}
