using Specular.Analyzers.Rules;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC101 where the id comes from a property of the generated client.</summary>
public class NarrowedIdAnalyzerTests
{
    [Theory]
    [InlineData("int id = [|(int)r.IntegrationId|];", "'IntegrationId' is a 64-bit id; 'int' cuts it off. Use 'long'.")]
    [InlineData("float id = [|r.IntegrationId.Value|];", "'IntegrationId' is a 64-bit id; 'float' rounds it. Use 'long'.")]
    [InlineData("int id = checked([|(int)r.IntegrationId|]);", "'IntegrationId' is a 64-bit id; 'int' cannot hold it. Use 'long'.")]
    [InlineData("int id = [|int.Parse|](r.IntegrationId.ToString());", "'IntegrationId' is a 64-bit id; 'int' cannot hold it. Use 'long'.")]
    public Task Says_what_is_wrong_and_what_to_do(string body, string message) => Verify.BodyAsync<NarrowedIdAnalyzer>(body, message);

    [Theory]
    [InlineData("int id = [|(int)r.IntegrationId|];")]
    [InlineData("int id = [|(int)r.IntegrationId!.Value|];")]
    [InlineData("int id = [|(int)(r.IntegrationId)|];")]
    [InlineData("int? id = [|(int?)r.IntegrationId|];")]
    [InlineData("int? id = [|(int?)r?.IntegrationId|];")]
    [InlineData("var id = [|(int)r.IntegrationId.GetValueOrDefault()|];")]
    [InlineData("var id = [|(int)r.IntegrationId.GetValueOrDefault(0L)|];")]
    [InlineData("var id = [|(int)(r.IntegrationId ?? 0)|];")]
    [InlineData("var id = checked([|(int)r.IntegrationId|]);")]
    [InlineData("var id = unchecked([|(int)r.IntegrationId|]);")]
    [InlineData("checked { var id = [|(int)r.IntegrationId|]; }")]
    [InlineData("var id = (object)[|(short)r.IntegrationId|];")]
    [InlineData("var id = [|(ushort)r.IntegrationId|];")]
    [InlineData("var id = [|(byte)r.IntegrationId|];")]
    [InlineData("var id = [|(sbyte)r.IntegrationId|];")]
    [InlineData("var id = [|(uint)r.IntegrationId|];")]
    [InlineData("var id = [|(float)r.IntegrationId|];")]
    [InlineData("var id = [|(double)r.IntegrationId|];")]
    [InlineData("var id = [|(Half)r.IntegrationId|];")]
    [InlineData("var id = [|(int)(long)r.IntegrationId|];")]
    [InlineData("var id = [|(int)(decimal)r.IntegrationId|];")]
    [InlineData("var id = [|(int)(System.Numerics.BigInteger)r.IntegrationId.Value|];")]
    [InlineData("var id = (int)[|(double)r.IntegrationId|];")]
    [InlineData("var id = [|(int)(object)r.IntegrationId|];")]
    [InlineData("var id = [|(int)(flag ? r.IntegrationId.Value : 0L)|];")]
    [InlineData("var id = [|(int)(flag switch { true => r.IntegrationId.Value, _ => 0L })|];")]
    [InlineData("int sum = 0; sum += [|(int)r.IntegrationId|];")]
    [InlineData("int id; id = [|(int)r.IntegrationId|];")]
    public Task Casts(string body) => Verify.BodyAsync<NarrowedIdAnalyzer>(body);

    [Theory]
    [InlineData("float id = [|r.IntegrationId.Value|];")]
    [InlineData("double id = [|r.IntegrationId.Value|];")]
    [InlineData("double? id = [|r.IntegrationId|];")]
    [InlineData("double id; id = [|r.IntegrationId.Value|];")]
    [InlineData("double[] ids = { [|r.IntegrationId.Value|] };")]
    [InlineData("void Take(double id) { } Take([|r.IntegrationId.Value|]);")]
    [InlineData("double Give() => [|r.IntegrationId.Value|];")]
    [InlineData("double Give() { return [|r.IntegrationId.Value|]; }")]
    public Task Conversions_that_need_no_cast(string body) => Verify.BodyAsync<NarrowedIdAnalyzer>(body);

    [Theory]
    [InlineData("var id = [|Convert.ToInt32|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToInt32|](r.IntegrationId.Value);")]
    [InlineData("var id = [|System.Convert.ToInt32|](r.IntegrationId.Value);")]
    [InlineData("var id = [|Convert.ToInt16|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToUInt16|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToUInt32|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToByte|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToSByte|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToSingle|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToDouble|](r.IntegrationId);")]
    [InlineData("var id = [|Convert.ToInt32|](r.IntegrationId.ToString());")]
    [InlineData("var id = [|Convert.ToInt32|](Convert.ToString(r.IntegrationId));")]
    [InlineData("var id = [|int.Parse|](r.IntegrationId.ToString());")]
    [InlineData("var id = [|int.Parse|](r.IntegrationId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));")]
    [InlineData("var id = [|int.Parse|](r.IntegrationId?.ToString());")]
    [InlineData("var id = [|int.Parse|]($\"{r.IntegrationId}\");")]
    [InlineData("var id = [|int.Parse|](r.IntegrationId.ToString().AsSpan());")]
    [InlineData("var id = [|Int32.Parse|](r.IntegrationId.ToString().Trim());")]
    [InlineData("var id = [|float.Parse|](r.IntegrationId.ToString());")]
    [InlineData("var id = [|double.Parse|](r.IntegrationId.ToString());")]
    [InlineData("var ok = [|int.TryParse|](r.IntegrationId.ToString(), out var id);")]
    [InlineData("var ok = [|short.TryParse|](r.IntegrationId.ToString(), out var id);")]
    [InlineData("var id = [|int.CreateChecked|](r.IntegrationId.Value);")]
    [InlineData("var id = [|int.CreateTruncating|](r.IntegrationId.Value);")]
    [InlineData("var id = [|int.CreateSaturating|](r.IntegrationId.Value);")]
    public Task Conversions_by_a_call(string body) => Verify.BodyAsync<NarrowedIdAnalyzer>(body);

    [Theory]
    [InlineData("var id = r.IntegrationId; var small = [|(int)id|];")]
    [InlineData("long id = r.IntegrationId.Value; var small = [|(int)id|];")]
    [InlineData("long id; id = r.IntegrationId.Value; var small = [|(int)id|];")]
    [InlineData("var first = r.IntegrationId; var second = first; var small = [|(int)second|];")]
    [InlineData("var text = r.IntegrationId.ToString(); var small = [|int.Parse|](text);")]
    [InlineData("var (name, id) = (r.RequestId, r.IntegrationId); var small = [|(int)id|];")]
    [InlineData("var id = r.IntegrationId; Func<int> small = () => [|(int)id|];")]
    [InlineData("object id = r.IntegrationId; if (id is [|int|] small) { }")]
    [InlineData("object id = r.IntegrationId; var small = id is [|int|];")]
    [InlineData("object id = r.IntegrationId; var small = id switch { [|int|] i => i, _ => 0 };")]
    [InlineData("object id = r.IntegrationId; switch (id) { case [|int|] small: break; }")]
    [InlineData("if (r is { IntegrationId: var id }) { var small = [|(int)id|]; }")]
    [InlineData("var ok = r is { IntegrationId: var id } && [|(int)id|] > 0;")]
    [InlineData("if (r is { IntegrationId: { } id }) { var small = [|(int)id|]; }")]
    [InlineData("if (r.IntegrationId is long id) { var small = [|(int)id|]; }")]
    [InlineData("if (r.IntegrationId is { } id) { var small = [|(int)id|]; }")]
    [InlineData("if (r.IntegrationId is not { } id) return; var small = [|(int)id|];")]
    [InlineData("if (r is { IntegrationId: > 0 and var id }) { var small = [|(int)id|]; }")]
    [InlineData("var small = r switch { { IntegrationId: long id } => [|(int)id|], _ => 0 };")]
    [InlineData("switch (r.IntegrationId) { case long id: var small = [|(int)id|]; break; }")]
    [InlineData("if (long.TryParse(r.IntegrationId.ToString(), out var id)) { var small = [|(int)id|]; }")]
    [InlineData("var small = [|(int)long.Parse(r.IntegrationId.ToString())|];")]
    [InlineData("var all = new[] { r }; var small = all.Select(x => [|(int)x.IntegrationId|]).ToList();")]
    [InlineData("var small = [|(int)(await new GongClient().IntegrationSettingsAsync(null!)).IntegrationId|];")]
    public Task Follows_locals_and_patterns(string body) => Verify.BodyAsync<NarrowedIdAnalyzer>(body);

    [Theory]
    [InlineData("var id = [|(int)w.WebhookId.Value|];")]
    [InlineData("var id = [|(int)w.WebhookId.Value!.Value|];")]
    [InlineData("if (w is { WebhookId: { Value: var id } }) { var small = [|(int)id|]; }")]
    [InlineData("if (w is { WebhookId.Value: { } id }) { var small = [|(int)id|]; }")]
    [InlineData("var id = [|int.Parse|](w.WebhookId.ToString());")]
    [InlineData("long? id = w.WebhookId.Value;")]
    public Task Ids_that_may_be_absent(string body) => Verify.BodyAsync<NarrowedIdAnalyzer>("Webhook w = new();" + body);

    [Theory]
    [InlineData("long id = r.IntegrationId.Value;")]
    [InlineData("long? id = r.IntegrationId;")]
    [InlineData("var id = (ulong)r.IntegrationId;")]
    [InlineData("var id = (decimal)r.IntegrationId;")]
    [InlineData("decimal id = r.IntegrationId.Value;")]
    [InlineData("System.Numerics.BigInteger id = r.IntegrationId.Value;")]
    [InlineData("Int128 id = r.IntegrationId.Value;")]
    [InlineData("var id = Convert.ToInt64(r.IntegrationId);")]
    [InlineData("var id = long.Parse(r.IntegrationId.ToString());")]
    [InlineData("var shard = (int)(r.IntegrationId % 16);")]
    [InlineData("var shard = (int)r.IntegrationId % 16;")]
    [InlineData("var shard = (int)(r.IntegrationId.Value & 0xF);")]
    [InlineData("var hash = (int)r.IntegrationId ^ (int)(r.IntegrationId >> 32);")]
    [InlineData("var hash = r.IntegrationId.GetHashCode();")]
    [InlineData("double sum = 0; sum += r.IntegrationId.Value;")]
    [InlineData("var at = \"{ integrationId }\".IndexOf(\"integrationId\");")]
    [InlineData("var known = r.IntegrationId == 5;")]
    [InlineData("var known = r.IntegrationId.Value.Equals(5);")]
    [InlineData("var known = r.IntegrationId > 0;")]
    [InlineData("var known = r.IntegrationId.Value == 5.0;")]
    [InlineData("var known = r.IntegrationId is 5;")]
    [InlineData("var known = r.IntegrationId.Value.CompareTo(5) < 0;")]
    [InlineData("var digits = (int)Math.Log10(r.IntegrationId.Value);")]
    [InlineData("var digits = r.IntegrationId.ToString().Length;")]
    [InlineData("double half = r.IntegrationId.Value / 2.0;")]
    [InlineData("int size = r.RequestId.Length;")]
    [InlineData("int number = int.Parse(r.RequestId);")]
    [InlineData("int number = int.Parse(unknown);")]
    [InlineData("int number = int.Parse($\"{r.IntegrationId}0\");")]
    [InlineData("int number = int.Parse(r.IntegrationId.ToString().Substring(0, 3));")]
    [InlineData("var id = r.IntegrationId; id = 5; var small = (int)id;")]
    [InlineData("var id = r.IntegrationId.Value; id += 1; var small = (int)id;")]
    [InlineData("var id = r.IntegrationId.Value; id++; var small = (int)id;")]
    [InlineData("var id = r.IntegrationId.Value; void Set(ref long x) => x = 5; Set(ref id); var small = (int)id;")]
    [InlineData("foreach (var id in new long[] { 1, 2 }) { var small = (int)id; }")]
    [InlineData("var other = new { IntegrationId = 5L }; var small = (int)other.IntegrationId;")]
    [InlineData("object id = r.IntegrationId; if (id is long whole) { }")]
    public Task Quiet_where_the_id_stays_whole_or_is_no_id(string body) => Verify.BodyAsync<NarrowedIdAnalyzer>(body);

    [Fact]
    public Task Quiet_in_a_hash_code() => Verify.FileAsync<NarrowedIdAnalyzer>(Verify.InClass("""
        IntegrationSettingsResponse _r = new();
        public override int GetHashCode() => (int)_r.IntegrationId;
        int Hash() => [|(int)_r.IntegrationId|];
        """));

    [Fact]
    public Task Looks_into_every_kind_of_body() => Verify.FileAsync<NarrowedIdAnalyzer>("""
        using Gong;

        partial class Code(IntegrationSettingsResponse given)
        {
            static readonly IntegrationSettingsResponse s_r = new();
            readonly int _field = [|(int)s_r.IntegrationId|];
            int Property { get; } = [|(int)given.IntegrationId|];
            int this[int i] => [|(int)s_r.IntegrationId|];
            public static implicit operator int(Code code) => [|(int)s_r.IntegrationId|];
            ~Code() { var id = [|(int)s_r.IntegrationId|]; }
            event System.Action Changed { add { var id = [|(int)s_r.IntegrationId|]; } remove { } }
            private partial int Part();
        }

        partial class Code
        {
            private partial int Part() => [|(int)s_r.IntegrationId|];
        }

        record Base(int Id);
        record Derived(IntegrationSettingsResponse R) : Base([|(int)R.IntegrationId|]);
        """);
}
