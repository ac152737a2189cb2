using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC107: retries that ignore how long the server asks to wait.</summary>
public class RetryAfterTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<RetryAfterAnalyzer>(Usings(body), messages);

    private static string Usings(string body) => body.Replace("HttpStatusCode.", "System.Net.HttpStatusCode.", StringComparison.Ordinal);

    private static string Loop(string handler, string call = "await client.ListItemsAsync()") => "while (true) { try { " + call + "; break; } " + handler + " }";

    [Fact]
    public Task Says_where_the_server_says_how_long() => Body(
        Loop("catch (ShopApiException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay([|1000|]); }")
        + " while (true) { if (await client.ListItemsResultAsync() is ListItemsResult.TooManyRequests) { await Task.Delay([|1000|]); continue; } break; }"
        + " while (true) { switch (await client.PutPartResultAsync(default, unknown, null!)) { case PutPartResult.TooManyRequests: System.Threading.Thread.Sleep([|1000|]); continue; } break; }",
        "This retry waits a time of its own, and ignores 'ShopApiException.RetryAfter', which is what the server asks for. Wait that long, and your own time only where it asks for none.",
        "This retry waits a time of its own, and ignores 'TooManyRequests.RetryAfter', which is what the server asks for. Wait that long, and your own time only where it asks for none.",
        "This retry waits a time of its own, and ignores 'TooManyRequests.Headers.RetryAfter', which is what the server asks for. Wait that long, and your own time only where it asks for none.");

    [Theory]
    [InlineData("catch (ShopApiException) { await Task.Delay([|TimeSpan.FromSeconds(1)|]); }")]
    [InlineData("catch (ShopApiException e) { Console.WriteLine(e); await Task.Delay([|500|]).ConfigureAwait(false); }")]
    [InlineData("catch (ShopApiException e) { Log(e, \"again\"); await Task.Delay([|500|]); } void Log(Exception x, string s) { }")]
    [InlineData("catch (ShopApiException e) when ((int)e.StatusCode == 429) { await Task.Delay([|500|]); }")]
    [InlineData("catch (ShopApiException e) when (e.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) { await Task.Delay([|500|]); }")]
    [InlineData("catch (ShopApiException e) when (flag && e.StatusCode == HttpStatusCode.ServiceUnavailable) { System.Threading.Thread.Sleep([|500|]); }")]
    [InlineData("catch (ShopApiException e) { if (e.StatusCode == HttpStatusCode.TooManyRequests) await Task.Delay([|500|]); else throw; }")]
    [InlineData("catch (ShopApiException e) { if (e.StatusCode != HttpStatusCode.TooManyRequests) throw; await Task.Delay([|500|]); }")]
    [InlineData("catch (ShopApiException e) { if (!flag) throw new Exception(\"no\", e); await Task.Delay([|500|]); }")]
    [InlineData("catch (ShopApiException e) { switch (e.StatusCode) { case HttpStatusCode.TooManyRequests: await Task.Delay([|500|]); break; default: throw; } }")]
    public Task Reported_in_a_loop(string handler) => Body(handler.EndsWith("{ }", StringComparison.Ordinal) ? Loop(handler[..handler.IndexOf(" void", StringComparison.Ordinal)]) + handler[handler.IndexOf(" void", StringComparison.Ordinal)..] : Loop(handler));

    [Fact]
    public Task Reported_where_the_request_is_made_once_more() => ShopClient.ClassAsync<RetryAfterAnalyzer>("""
        async Task Twice(ShopClient client)
        {
            try { await client.ListItemsAsync(); }
            catch (ShopApiException) { await Task.Delay([|1000|]); await client.ListItemsAsync(); }
        }

        async Task Again(ShopClient client, int left)
        {
            try { await client.ListItemsAsync(); }
            catch (ShopApiException) when (left > 0) { await Task.Delay([|1000|]); await Again(client, left - 1); }
        }
        """);

    [Theory]
    [InlineData("catch (ShopApiException e) { await Task.Delay(e.RetryAfter ?? TimeSpan.FromSeconds(1)); }")]
    [InlineData("catch (ShopApiException e) { var wait = e.RetryAfter ?? TimeSpan.FromSeconds(1); await Task.Delay(wait); }")]
    [InlineData("catch (ShopApiException e) when (e.RetryAfter is null) { await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) { await Task.Delay(e.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1)); }")]
    [InlineData("catch (ShopApiException e) { var asked = e.Headers.TryGetValues(\"Retry-After\", out var v); await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) { await Task.Delay(WaitFor(e)); }")]
    [InlineData("catch (ShopApiException e) when (IsWorthIt(e)) { await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) when (e.StatusCode == HttpStatusCode.NotFound) { await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) when (e.StatusCode != HttpStatusCode.TooManyRequests) { await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) when (e.StatusCode is not HttpStatusCode.TooManyRequests) { await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) when ((int)e.StatusCode >= 500) { await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) { if (e.StatusCode == HttpStatusCode.TooManyRequests) throw; await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) { if (e.StatusCode == HttpStatusCode.TooManyRequests) throw; else await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException e) { switch (e.StatusCode) { case HttpStatusCode.TooManyRequests: throw; default: await Task.Delay(500); break; } }")]
    [InlineData("catch (HttpRequestException) { await Task.Delay(500); }")]
    [InlineData("catch (Exception) { await Task.Delay(500); }")]
    [InlineData("catch (ShopApiException) { throw; }")]
    [InlineData("catch (ShopApiException) { Task later() => Task.Delay(500); await later(); }")]
    public Task Not_reported(string handler) => ShopClient.ClassAsync<RetryAfterAnalyzer>(
        "async Task Run(ShopClient client) { " + Usings(Loop(handler)) + " } static TimeSpan WaitFor(Exception e) => default; static bool IsWorthIt(Exception e) => true;");

    [Theory]
    [InlineData("try { await client.ListItemsAsync(); } catch (ShopApiException) { await Task.Delay(500); Console.WriteLine(1); }")]
    [InlineData("while (true) { await client.ListItemsAsync(); await Task.Delay(500); }")]
    [InlineData("while (true) { try { await client.ListItemsAsync(); } catch (ShopApiException e) { Console.WriteLine(e.Message); } await Task.Delay(500); }")]
    [InlineData("while (true) { try { await http.GetAsync(unknown); } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay(500); } }")]
    [InlineData("while (true) { if (await client.ListItemsResultAsync() is ListItemsResult.TooManyRequests { RetryAfter: var after }) { await Task.Delay(TimeSpan.FromSeconds(after ?? 1)); continue; } break; }")]
    [InlineData("while (true) { if (await client.ListItemsResultAsync() is ListItemsResult.TooManyRequests busy) { var s = busy.RetryAfter; await Task.Delay(500); continue; } break; }")]
    [InlineData("while (true) { if (await client.ListItemsResultAsync() is ListItemsResult.Ok) break; await Task.Delay(500); }")]
    [InlineData("while (true) { if (await client.GetItemResultAsync(default) is GetItemResult.NotFound) { await Task.Delay(500); continue; } break; }")]
    [InlineData("if (await client.ListItemsResultAsync() is ListItemsResult.TooManyRequests) { await Task.Delay(500); }")]
    public Task Not_reported_elsewhere(string body) => Body(body);

    [Fact]
    public Task Not_reported_where_no_answer_asks_to_wait() => Body(Loop("catch (ShopApiException) { await Task.Delay(500); }", "await client.DeleteItemAsync(default)"));

    [Theory]
    [InlineData("catch (ShopApiException e) { await Task.Delay([|1000|]); }", "catch (ShopApiException e) { await Task.Delay(e.RetryAfter ?? TimeSpan.FromMilliseconds(1000)); }")]
    [InlineData("catch (ShopApiException) { await Task.Delay([|TimeSpan.FromSeconds(1)|]); }", "catch (ShopApiException exception) { await Task.Delay(exception.RetryAfter ?? TimeSpan.FromSeconds(1)); }")]
    [InlineData("catch (ShopApiException e) { await Task.Delay([|flag ? TimeSpan.Zero : TimeSpan.FromSeconds(1)|]); }", "catch (ShopApiException e) { await Task.Delay(e.RetryAfter ?? (flag ? TimeSpan.Zero : TimeSpan.FromSeconds(1))); }")]
    [InlineData("catch (ShopApiException e) { System.Threading.Thread.Sleep([|500|]); }", "catch (ShopApiException e) { System.Threading.Thread.Sleep(e.RetryAfter ?? TimeSpan.FromMilliseconds(500)); }")]
    public Task Waits_as_long_as_the_server_says(string handler, string expected) => ShopClient.FixBodyAsync<RetryAfterAnalyzer, RetryAfterFixer>(Loop(handler), Loop(expected));

    [Fact]
    public Task Offers_nothing_for_a_result() => ShopClient.NoFixAsync<RetryAfterAnalyzer, RetryAfterFixer>(
        "while (true) { if (await client.ListItemsResultAsync() is ListItemsResult.TooManyRequests) { await Task.Delay([|1000|]); continue; } break; }");
}
