using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>The fix of SPEC101. Every expected result is also compiled, and comes out the same from Fix All.</summary>
public class NarrowedIdFixerTests
{
    [Theory]
    [InlineData("int id = [|(int)r.IntegrationId|];", "long id = (long)r.IntegrationId;")]
    [InlineData("var id = [|(int)r.IntegrationId|];", "var id = (long)r.IntegrationId;")]
    [InlineData("int? id = [|(int?)r.IntegrationId|];", "long? id = r.IntegrationId;")]
    [InlineData("int id = [|(int)r.IntegrationId!.Value|];", "long id = r.IntegrationId!.Value;")]
    [InlineData("int id = [|(int) (r.IntegrationId ?? 0)|];", "long id = (r.IntegrationId ?? 0);")]
    [InlineData("int id = checked([|(int)r.IntegrationId|]);", "long id = checked((long)r.IntegrationId);")]
    [InlineData("uint id = unchecked([|(uint)r.IntegrationId.Value|]);", "long id = unchecked(r.IntegrationId.Value);")]
    [InlineData("double id = [|(double)r.IntegrationId|];", "long id = (long)r.IntegrationId;")]
    [InlineData("Int32 id = [|(Int32)r.IntegrationId|];", "long id = (long)r.IntegrationId;")]
    [InlineData("int id; id = [|(int)r.IntegrationId|];", "long id; id = (long)r.IntegrationId;")]
    [InlineData("int id = flag ? [|(int)r.IntegrationId|] : 0;", "long id = flag ? (long)r.IntegrationId : 0;")]
    [InlineData("int id = flag switch { true => [|(int)r.IntegrationId|], _ => 0 };", "long id = flag switch { true => (long)r.IntegrationId, _ => 0 };")]
    [InlineData("int Give() => [|(int)r.IntegrationId|];", "long Give() => (long)r.IntegrationId;")]
    [InlineData("int Give() { return [|(int)r.IntegrationId|]; }", "long Give() { return (long)r.IntegrationId; }")]
    [InlineData("int id = [|(int)(decimal)r.IntegrationId|];", "long id = (long)(decimal)r.IntegrationId;")]
    [InlineData("var text = ([|(int)r.IntegrationId|]).ToString();", "var text = ((long)r.IntegrationId).ToString();")]
    public Task Casts(string body, string expected) => Verify.FixBodyAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(body, expected);

    [Theory]
    [InlineData("double id = [|r.IntegrationId.Value|];", "long id = r.IntegrationId.Value;")]
    [InlineData("float id = [|r.IntegrationId.Value|];", "long id = r.IntegrationId.Value;")]
    [InlineData("double? id = [|r.IntegrationId|];", "long? id = r.IntegrationId;")]
    [InlineData("double id; id = [|r.IntegrationId.Value|];", "long id; id = r.IntegrationId.Value;")]
    [InlineData("double Give() => [|r.IntegrationId.Value|];", "long Give() => r.IntegrationId.Value;")]
    public Task Conversions_that_need_no_cast(string body, string expected) => Verify.FixBodyAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(body, expected);

    [Theory]
    [InlineData("int id = [|Convert.ToInt32|](r.IntegrationId);", "long id = Convert.ToInt64(r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToDouble|](r.IntegrationId);", "var id = Convert.ToInt64(r.IntegrationId);")]
    [InlineData("var id = [|System.Convert.ToUInt16|](r.IntegrationId);", "var id = System.Convert.ToInt64(r.IntegrationId);")]
    [InlineData("int id = [|int.Parse|](r.IntegrationId.ToString());", "long id = long.Parse(r.IntegrationId.ToString());")]
    [InlineData("var id = [|Int32.Parse|](r.IntegrationId.ToString());", "var id = Int64.Parse(r.IntegrationId.ToString());")]
    [InlineData("var id = [|System.Int32.Parse|](r.IntegrationId.ToString());", "var id = System.Int64.Parse(r.IntegrationId.ToString());")]
    [InlineData("var ok = [|int.TryParse|](r.IntegrationId.ToString(), out var id);", "var ok = long.TryParse(r.IntegrationId.ToString(), out var id);")]
    [InlineData("var ok = [|int.TryParse|](r.IntegrationId.ToString(), out int id);", "var ok = long.TryParse(r.IntegrationId.ToString(), out long id);")]
    [InlineData("int id; var ok = [|int.TryParse|](r.IntegrationId.ToString(), out id);", "long id; var ok = long.TryParse(r.IntegrationId.ToString(), out id);")]
    [InlineData("int id = [|int.CreateChecked|](r.IntegrationId.Value);", "long id = long.CreateChecked(r.IntegrationId.Value);")]
    [InlineData("object id = r.IntegrationId; if (id is [|int|] small) { }", "object id = r.IntegrationId; if (id is long small) { }")]
    public Task Calls_and_patterns(string body, string expected) => Verify.FixBodyAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(body, expected);

    [Theory]
    [InlineData("int id = [|(int)r.IntegrationId|]; int copy = id; var text = copy.ToString();", "long id = (long)r.IntegrationId; long copy = id; var text = copy.ToString();")]
    [InlineData("int Give() { int id = [|(int)r.IntegrationId|]; return id; } var x = Give();", "long Give() { long id = (long)r.IntegrationId; return id; } var x = Give();")]
    [InlineData("int a = [|(int)r.IntegrationId|], b = [|(int)r.IntegrationId|];", "long a = (long)r.IntegrationId, b = (long)r.IntegrationId;")]
    [InlineData("int id; if (flag) id = [|(int)r.IntegrationId|]; else id = [|Convert.ToInt32|](r.IntegrationId);", "long id; if (flag) id = (long)r.IntegrationId; else id = Convert.ToInt64(r.IntegrationId);")]
    public Task Takes_along_what_holds_the_value(string body, string expected) => Verify.FixBodyAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(body, expected);

    [Fact]
    public Task Takes_along_members() => Verify.FixFileAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(
        Verify.InClass("""
            int _id;
            public int Id { get; set; }
            readonly int[] _others = new int[2];

            int Read(IntegrationSettingsResponse r) => [|(int)r.IntegrationId|];
            async Task<int> ReadAsync(GongClient client) => [|(int)(await client.IntegrationSettingsAsync(null!)).IntegrationId|];

            void Keep(IntegrationSettingsResponse r)
            {
                _id = [|(int)r.IntegrationId|];
                Id = Read(r);
                int again = Id;
            }
            """),
        Verify.InClass("""
            long _id;
            public long Id { get; set; }
            readonly int[] _others = new int[2];

            long Read(IntegrationSettingsResponse r) => (long)r.IntegrationId;
            async Task<long> ReadAsync(GongClient client) => (long)(await client.IntegrationSettingsAsync(null!)).IntegrationId;

            void Keep(IntegrationSettingsResponse r)
            {
                _id = (long)r.IntegrationId;
                Id = Read(r);
                long again = Id;
            }
            """));

    [Fact]
    public Task Leaves_alone_what_an_interface_asks_for() => Verify.FixFileAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(
        Verify.InClass("""
            interface IReader { int Read(IntegrationSettingsResponse r); }
            class Reader : IReader { public int Read(IntegrationSettingsResponse r) => [|(int)r.IntegrationId|]; }
            class Fields { int _a, _b; void Keep(IntegrationSettingsResponse r) { _a = [|(int)r.IntegrationId|]; _b = _a; } }
            """),
        Verify.InClass("""
            interface IReader { int Read(IntegrationSettingsResponse r); }
            class Reader : IReader { public int Read(IntegrationSettingsResponse r) => (int)r.IntegrationId; }
            class Fields { long _a, _b; void Keep(IntegrationSettingsResponse r) { _a = (long)r.IntegrationId; _b = _a; } }
            """));

    [Theory]
    [InlineData("void Take(int id) { } Take([|(int)r.IntegrationId|]);")]
    [InlineData("void Take(double id) { } Take([|r.IntegrationId.Value|]);")]
    [InlineData("int id = [|(int)r.IntegrationId|]; var item = \"abc\".Substring(id);")]
    [InlineData("var items = new int[] { [|(int)r.IntegrationId|] };")]
    [InlineData("double[] ids = { [|r.IntegrationId.Value|] };")]
    public Task Offers_nothing_that_would_not_compile(string body) => Verify.NoFixAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(body);
}
