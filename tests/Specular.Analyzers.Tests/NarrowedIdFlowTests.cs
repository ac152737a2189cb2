using Microsoft.CodeAnalysis;
using Specular.Analyzers.Rules;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC101 where the id takes a way through fields, helpers, sequences and the like before it is narrowed.</summary>
public class NarrowedIdFlowTests
{
    [Theory]
    [InlineData("readonly long _id; Code(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; } int Small() => [|(int)_id|];")]
    [InlineData("readonly long _id; Code(IntegrationSettingsResponse r) => _id = r.IntegrationId!.Value; int Small() => [|(int)this._id|];")]
    [InlineData("private long? _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId; } int Small() => [|(int)_id|];")]
    [InlineData("private long? _id; void Take(IntegrationSettingsResponse r) { this._id = r.IntegrationId; } int Small() => [|Convert.ToInt32|](_id);")]
    [InlineData("private string _id = \"\"; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId.ToString()!; } int Small() => [|int.Parse|](_id);")]
    [InlineData("readonly long _id; readonly string _n; Code(IntegrationSettingsResponse r) { (_id, _n) = (r.IntegrationId!.Value, \"\"); } int Small() => [|(int)_id|];")]
    [InlineData("static readonly IntegrationSettingsResponse s_r = new(); static readonly long? s_id = s_r.IntegrationId; int Small() => [|(int)s_id|];")]
    [InlineData("readonly long _id; Code(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; } class Inner { int Small(Code c) => [|(int)c._id|]; }")]
    [InlineData("long Id { get; } Code(IntegrationSettingsResponse r) { Id = r.IntegrationId!.Value; } int Small() => [|(int)Id|];")]
    [InlineData("public long Id { get; private set; } void Take(IntegrationSettingsResponse r) { Id = r.IntegrationId!.Value; } int Small() => [|(int)Id|];")]
    [InlineData("IntegrationSettingsResponse _r = new(); long Id => _r.IntegrationId!.Value; int Small() => [|(int)Id|];")]
    [InlineData("IntegrationSettingsResponse _r = new(); long Id { get { return _r.IntegrationId!.Value; } } int Small() => [|(int)Id|];")]
    public Task Members_that_are_written_once(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("private long _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; } void Reset() { _id = 5; } int Small() => (int)_id;")]
    [InlineData("private long _id = 1; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; } int Small() => (int)_id;")]
    [InlineData("private long _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; _id++; } int Small() => (int)_id;")]
    [InlineData("private long _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; Set(ref _id); } void Set(ref long x) => x = 5; int Small() => (int)_id;")]
    [InlineData("private long _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; Set(out _id); } void Set(out long x) => x = 5; int Small() => (int)_id;")]
    [InlineData("private long _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; Action reset = () => _id = 5; } int Small() => (int)_id;")]
    [InlineData("private long _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; (_id, _) = (5, 6); } int Small() => (int)_id;")]
    [InlineData("internal long _id; void Take(IntegrationSettingsResponse r) { _id = r.IntegrationId!.Value; } int Small() => (int)_id;")]
    [InlineData("public long Id { get; set; } void Take(IntegrationSettingsResponse r) { Id = r.IntegrationId!.Value; } int Small() => (int)Id;")]
    [InlineData("public long Id { get; init; } void Take(IntegrationSettingsResponse r) { var c = new Code { Id = r.IntegrationId!.Value }; } int Small() => (int)Id;")]
    [InlineData("private long _id; long _other; void Take(IntegrationSettingsResponse r) { _other = r.IntegrationId!.Value; } int Small() => (int)_id;")]
    [InlineData("private long _id; class Other { public long _id; } void Take(IntegrationSettingsResponse r, Other o) { o._id = r.IntegrationId!.Value; } int Small() => (int)_id;")]
    [InlineData("private long _id; void Take(IntegrationSettingsResponse r) { long _id; _id = r.IntegrationId!.Value; } int Small() => (int)_id;")]
    [InlineData("private long _calls; void Take(Webhook w) { _calls = w.RetryCount; } int Small() => (int)_calls;")]
    [InlineData("protected virtual long Id => new IntegrationSettingsResponse().IntegrationId!.Value; int Small() => (int)Id;")]
    public Task Quiet_on_members_whose_value_is_not_known(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small(r.IntegrationId!.Value); private int Small(long id) => [|(int)id|];")]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small(\"\", id: r.IntegrationId!.Value); static int Small(string name, long id) => [|(int)id|];")]
    [InlineData("int Run(IntegrationSettingsResponse r) => this.Small(r.IntegrationId!.Value) + Small(5); private int Small(long id) { return [|(int)id|]; }")]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small(r.IntegrationId.ToString()!); private int Small(string text) => [|int.Parse|](text);")]
    [InlineData("int Run(IntegrationSettingsResponse r) => First(r.IntegrationId); private int First(long? id) => Second(id!.Value); private int Second(long id) => [|(int)id|];")]
    [InlineData("int Run(IntegrationSettingsResponse r) { return Small(r.IntegrationId!.Value); int Small(long id) => [|(int)id|]; }")]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small<string>(r.IntegrationId!.Value); private int Small<T>(long id) => [|(int)id|];")]
    [InlineData("int Run(IntegrationSettingsResponse r) => [|(int)IdOf(r)|]; private long IdOf(IntegrationSettingsResponse r) => r.IntegrationId!.Value;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => [|(int)IdOf(r)|]; private long IdOf(IntegrationSettingsResponse r) { if (r.RequestId is null) return 0; return r.IntegrationId!.Value; }")]
    [InlineData("int Run(IntegrationSettingsResponse r) => [|int.Parse|](Text(r)); static string Text(IntegrationSettingsResponse r) => $\"{r.IntegrationId}\";")]
    [InlineData("int Run(IntegrationSettingsResponse r) { return [|(int)IdOf()|]; long IdOf() => r.IntegrationId!.Value; }")]
    [InlineData("int Run(IntegrationSettingsResponse r) => [|(int)Same(r.IntegrationId!.Value)|] + (int)Same(5); private long Same(long x) => x;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => [|(int)Outer(r.IntegrationId!.Value)|]; private long Outer(long x) => Inner(x, 1); private long Inner(long x, long y) => x;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => [|(int)Same(r.IntegrationId!.Value)|]; private T Same<T>(T x) => x;")]
    [InlineData("async Task<int> Run() => [|(int)await LoadAsync()|]; private async Task<long> LoadAsync() { var r = await new GongClient().IntegrationSettingsAsync(null!); return r.IntegrationId!.Value; }")]
    [InlineData("async Task<int> Run() => [|(int)await LoadAsync().ConfigureAwait(false)|]; private async ValueTask<long> LoadAsync() { await Task.Yield(); return new IntegrationSettingsResponse().IntegrationId!.Value; }")]
    [InlineData("int Run() => [|(int)Load().Result|]; private Task<long> Load() => Task.FromResult(new IntegrationSettingsResponse().IntegrationId!.Value);")]
    [InlineData("int Run() => [|(int)Load().GetAwaiter().GetResult()|]; private ValueTask<long> Load() => new(new IntegrationSettingsResponse().IntegrationId!.Value);")]
    [InlineData("async Task<int> Run(Task<IntegrationSettingsResponse> t) => [|(int)(await t).IntegrationId!.Value|];")]
    [InlineData("async Task<int> Run(Task<IntegrationSettingsResponse> t) { var r = await t; long id = r.IntegrationId ?? 0; await Task.Yield(); return [|(int)id|]; }")]
    public Task Helpers_of_the_type(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small(5); private int Small(long id) => (int)id;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small(r.IntegrationId!.Value); private int Small(long id) { id = id % 16; return (int)id; }")]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small(r.IntegrationId!.Value, 5); private int Small(long id, long count) => (int)count;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => Small(r.IntegrationId!.Value); public int Small(long id) => (int)id;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => (int)Count(r); private long Count(IntegrationSettingsResponse r) => r.RequestId!.Length;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => (int)Count(r.IntegrationId!.Value); private long Count(long id) => id % 10;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => (int)IdOf(r); protected virtual long IdOf(IntegrationSettingsResponse r) => r.IntegrationId!.Value;")]
    [InlineData("int Run(IntegrationSettingsResponse r) => (int)Count(() => r.IntegrationId!.Value); private long Count(Func<long> f) { Func<long> g = () => f(); return 5; }")]
    [InlineData("int Run(IntegrationSettingsResponse r) { long Hidden() { return r.IntegrationId!.Value; } return (int)Count(); long Count() { long Inner() => r.IntegrationId!.Value; return 5; } }")]
    [InlineData("int Run(IntegrationSettingsResponse r) => (int)Loop(5); private long Loop(long x) => Loop(x);")]
    public Task Quiet_on_helpers_that_take_or_give_something_else(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("var small = all.Select(x => [|(int)x.IntegrationId|]);")]
    [InlineData("var small = all.Select(x => x.IntegrationId).Select(id => [|(int)id|]);")]
    [InlineData("var small = all.Select(x => x.IntegrationId!.Value).Where(id => id > 5).OrderBy(id => id).Select(id => [|(int)id|]).ToList();")]
    [InlineData("var ids = all.Select(x => x.IntegrationId!.Value).ToList(); var small = [|(int)ids[0]|];")]
    [InlineData("var ids = all.Select(x => x.IntegrationId!.Value).ToArray(); var small = [|(int)ids[0]|];")]
    [InlineData("foreach (var id in all.Select(x => x.IntegrationId!.Value)) { var small = [|(int)id|]; }")]
    [InlineData("var ids = new List<long> { r.IntegrationId!.Value }; foreach (var id in ids) { var small = [|(int)id|]; }")]
    [InlineData("long[] ids = [r.IntegrationId!.Value, 5]; var small = [|(int)ids[0]|];")]
    [InlineData("long[] ids = [.. all.Select(x => x.IntegrationId!.Value)]; var small = [|(int)ids[0]|];")]
    [InlineData("var small = [|(int)all.Select(x => x.IntegrationId!.Value).First()|];")]
    [InlineData("var small = [|(int)all.Select(x => x.IntegrationId!.Value).Max()|];")]
    [InlineData("var small = all.Select(x => x.IntegrationId!.Value).Select([|Convert.ToInt32|]);")]
    [InlineData("var small = all.Select(x => x.IntegrationId.ToString()!).Select([|int.Parse|]);")]
    [InlineData("var small = all.Select(x => x.IntegrationId!.Value).ToList().ConvertAll(id => [|(int)id|]);")]
    [InlineData("var small = from x in all select [|(int)x.IntegrationId|];")]
    [InlineData("var small = from x in all let id = x.IntegrationId where id > 5 select [|(int)id|];")]
    [InlineData("var small = all.Select(x => new { x.RequestId, Id = x.IntegrationId }).Select(x => [|(int)x.Id|]);")]
    [InlineData("double[] ids = [[|r.IntegrationId!.Value|]];")]
    [InlineData("List<double> ids = new() { [|r.IntegrationId!.Value|] };")]
    [InlineData("IEnumerable<double> Ids() { yield return [|r.IntegrationId!.Value|]; }")]
    [InlineData("var ids = all.Select<IntegrationSettingsResponse, double>(x => [|x.IntegrationId!.Value|]);")]
    [InlineData("var d = new Dictionary<string, double> { [\"a\"] = [|r.IntegrationId!.Value|] };")]
    [InlineData("void Take(params double[] ids) { } Take(1, [|r.IntegrationId!.Value|]);")]
    public Task Sequences(string body) => VerifyBodyAsync(body);

    [Theory]
    [InlineData("var small = all.Select(x => x.IntegrationId!.Value % 16).Select(shard => (int)shard);")]
    [InlineData("var small = all.Select(x => (long)x.RequestId!.Length).Select(n => (int)n);")]
    [InlineData("var ids = new[] { r.IntegrationId!.Value }; ids[0] = 5; var small = (int)ids[0];")]
    [InlineData("var small = all.Select((x, i) => (long)i).Select(i => (int)i);")]
    [InlineData("var sum = all.Select(x => x.IntegrationId!.Value).Aggregate(0L, (a, b) => a ^ b); var small = (int)sum;")]
    [InlineData("var small = all.GroupBy(x => x.IntegrationId).Select(g => g.Count());")]
    [InlineData("var small = all.Select(x => x.IntegrationId!.Value).Count(); long n = all.LongCount(); var m = (int)n;")]
    [InlineData("var ids = all.ToDictionary(x => x.IntegrationId!.Value, x => 5L); var small = (int)ids[7];")]
    [InlineData("var longest = (int)all.Max(x => (long)x.RequestId!.Length);")]
    [InlineData("var lengths = all.Select(x => x.IntegrationId.ToString()!.Length).Select(Convert.ToInt16);")]
    public Task Quiet_on_sequences_of_something_else(string body) => VerifyBodyAsync(body);

    [Theory]
    [InlineData("var t = (r.RequestId, Id: r.IntegrationId); var small = [|(int)t.Id|];")]
    [InlineData("var t = (r.RequestId, r.IntegrationId); var small = [|(int)t.Item2|];")]
    [InlineData("(string?, double) t = (r.RequestId, [|r.IntegrationId!.Value|]);")]
    [InlineData("(double a, var b) = ([|r.IntegrationId!.Value|], 1);")]
    [InlineData("(string?, long?) Pair() => (r.RequestId, r.IntegrationId); var small = [|(int)Pair().Item2|];")]
    [InlineData("var o = new { r.IntegrationId }; var small = [|(int)o.IntegrationId|];")]
    [InlineData("var text = r.IntegrationId!.Value.ToString(\"D\"); var small = [|int.Parse|](text);")]
    [InlineData("var small = [|int.Parse|](\"\" + r.IntegrationId);")]
    [InlineData("var small = [|int.Parse|](r.IntegrationId + \"\");")]
    [InlineData("var small = [|int.Parse|](string.Format(\"{0}\", r.IntegrationId));")]
    [InlineData("var small = [|int.CreateChecked|](long.CreateChecked(r.IntegrationId!.Value));")]
    [InlineData("var small = [|int.CreateSaturating|](r.IntegrationId!.Value);")]
    [InlineData("var small = [|Convert.ChangeType|](r.IntegrationId, typeof(int));")]
    [InlineData("var small = (short)[|Convert.ChangeType|](r.IntegrationId!.Value, TypeCode.Int16);")]
    [InlineData("var small = [|Convert.ChangeType|](r.IntegrationId.ToString(), typeof(double));")]
    [InlineData("var small = [|decimal.ToInt32|](r.IntegrationId!.Value);")]
    [InlineData("var small = [|System.Xml.XmlConvert.ToInt32|](r.IntegrationId.ToString()!);")]
    [InlineData("var small = all.Select(x => x.IntegrationId!.Value).[|Cast<int>|]();")]
    [InlineData("object id = r.IntegrationId!; var small = [|id as int?|];")]
    [InlineData("var small = [|int.Parse|](string.Concat(r.IntegrationId));")]
    [InlineData("var small = [|int.Parse|](FormattableString.Invariant($\"{r.IntegrationId}\"));")]
    [InlineData("var small = [|int.Parse|](System.Text.Encoding.UTF8.GetBytes(r.IntegrationId.ToString()!).AsSpan(), null);")]
    [InlineData("var small = [|float.CreateSaturating|](r.IntegrationId!.Value);")]
    [InlineData("var small = [|double.CreateTruncating|](r.IntegrationId!.Value);")]
    [InlineData("var small = [|int.Parse|](System.Text.Encoding.UTF8.GetBytes(r.IntegrationId.ToString()!), null);")]
    [InlineData("var ok = [|System.Buffers.Text.Utf8Parser.TryParse|](System.Text.Encoding.UTF8.GetBytes(r.IntegrationId.ToString()!), out int small, out _);")]
    public Task Tuples_objects_and_texts(string body) => VerifyBodyAsync(body);

    [Theory]
    [InlineData("var t = (Id: r.IntegrationId, Count: 5L); var small = (int)t.Count;")]
    [InlineData("var t = (Id: r.IntegrationId!.Value, 1); t.Id = 5; var small = (int)t.Id;")]
    [InlineData("var o = new { r.IntegrationId, Count = 5L }; var small = (int)o.Count;")]
    [InlineData("var text = r.IntegrationId!.Value.ToString(\"N0\"); var small = int.Parse(text);")]
    [InlineData("var small = int.Parse(\"1\" + r.IntegrationId);")]
    [InlineData("var id = Convert.ChangeType(r.IntegrationId, typeof(long)); var id2 = decimal.ToInt64(r.IntegrationId!.Value); var ids = all.Select(x => x.IntegrationId!.Value).Cast<long>();")]
    [InlineData("var text = all.Select(x => x.RequestId!.Length).Cast<int>(); var n = Convert.ChangeType(r.RequestId, typeof(int));")]
    [InlineData("var small = int.Parse(FormattableString.Invariant($\"1{r.IntegrationId}\")); var other = int.Parse(string.Concat(r.RequestId, r.IntegrationId));")]
    [InlineData("var small = int.Parse(string.Format(\"{0:000}\", r.IntegrationId));")]
    [InlineData("var small = int.Parse($\"{r.IntegrationId:N0}\");")]
    [InlineData("var ok = System.Buffers.Text.Utf8Parser.TryParse(System.Text.Encoding.UTF8.GetBytes(r.IntegrationId.ToString()!), out long id, out int read);")]
    [InlineData("var id = long.CreateChecked(r.IntegrationId!.Value); decimal d = decimal.CreateChecked(id);")]
    [InlineData("var id = r.IntegrationId; Action set = () => id = 5; var small = (int)id!;")]
    public Task Quiet_on_tuples_objects_and_texts_of_something_else(string body) => VerifyBodyAsync(body);

    [Theory]
    [InlineData("var calls = (int)w.CallCount;", "'CallCount' is a 64-bit integer; 'int' cuts it off. Use 'long'.")]
    [InlineData("var calls = w.CallCount; var small = unchecked((short)calls);", "'CallCount' is a 64-bit integer; 'short' cuts it off. Use 'long'.")]
    [InlineData("var calls = checked((int)w.CallCount);", null)]
    [InlineData("double mean = w.CallCount;", null)]
    [InlineData("var mean = (double)w.CallCount / 2;", null)]
    [InlineData("var calls = Convert.ToInt32(w.CallCount);", null)]
    [InlineData("var retries = (int)w.RetryCount;", null)]
    [InlineData("var seconds = (int)w.Seconds;", null)]
    public async Task Other_integers_of_64_bits_are_worth_a_hint(string body, string? message)
    {
        var diagnostics = await AnalyzerVerifier.RunAsync([new NarrowedIdAnalyzer()], GongClientSource.InSource, Verify.InMethod("Webhook w = new(); " + body));
        Assert.Equal(message is null ? [] : [message], diagnostics.Select(diagnostic => diagnostic.GetMessage(null)));
        Assert.All(diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity));
    }

    private static Task VerifyAsync(string members) => Verify.FileAsync<NarrowedIdAnalyzer>(Verify.InClass(members));

    private static Task VerifyBodyAsync(string body) => Verify.BodyAsync<NarrowedIdAnalyzer>("var all = new[] { r }; " + body);
}
