using System.Diagnostics;
using Gong;
using GongSample.Server;

namespace GongSample;

/// <summary>Brings about each answer that the description declares, and shows how it is handled.</summary>
internal static class Walkthrough
{
    /// <summary>Runs against <paramref name="server"/>, whose clock and failures it controls.</summary>
    public static async Task RunAsync(GongServer server, Account account, Func<Account, GongClient> connect)
    {
        var gong = connect(account);

        var tenant = Registration.Of("https://globex.partner.com");

        // What the server says to this is shown here; in code that means it, SPEC102 is right.
#pragma warning disable SPEC102
        var insecure = new IntegrationSettingsRequest { IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = "http://globex.partner.com" }] };
#pragma warning restore SPEC102

        await ShowAsync("Three integration types for a tenant", gong, tenant);
        await ShowAsync("The same again", gong, tenant);
        await ShowAsync("An origin that is not https", gong, insecure);
        await ShowAsync("A wrong secret", connect(account with { AccessKeySecret = "wrong" }), tenant);
        await ShowAsync("A token without the scope", connect(account with { Token = GongServer.TokenWithoutScope }), tenant);

        server.FailNextCall();
        await ShowAsync("A failure of the server", gong, tenant);

        server.ExhaustRateLimit();
        if (await ShowAsync("One call too many", gong, tenant) is IntegrationSettingsResult.TooManyRequests { RetryAfter: { } seconds })
            server.Clock.Advance(TimeSpan.FromSeconds(seconds));
    }

    private static async Task<IntegrationSettingsResult> ShowAsync(string what, GongClient gong, IntegrationSettingsRequest request)
    {
        var result = await gong.IntegrationSettingsResultAsync(request);
        Console.WriteLine(what);
        Console.WriteLine($"  {(int)result.StatusCode}  {Describe(result)}");
        Console.WriteLine();
        return result;
    }

    // The full form: one case for each declared status, and one for all others.
    private static string Describe(IntegrationSettingsResult result) => result switch
    {
        IntegrationSettingsResult.Ok { Body: var registered } => $"integration {registered.IntegrationId}",
        IntegrationSettingsResult.BadRequest { Body: var error } => $"the request has to change: {Why(error)}",
        IntegrationSettingsResult.Unauthorized { Body: var error } => $"the credentials have to change: {Why(error)}",
        IntegrationSettingsResult.Conflict { Body: var error } => $"nothing left to do: {Why(error)}",
        IntegrationSettingsResult.TooManyRequests { Body: var error, RetryAfter: var seconds } => $"try again in {seconds} s: {Why(error)}",
        IntegrationSettingsResult.InternalServerError { Body: var error } => $"report request {error.RequestId} to Gong: {Why(error)}",
        IntegrationSettingsResult.Undeclared { Content: var content } => $"not in the description: {content}",
        _ => throw new UnreachableException(),
    };

    private static string Why(ErrorResponse error) => string.Join("; ", error.Errors ?? []);
}
