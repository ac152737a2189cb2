// Registers a tenant's origin with Gong for each of the three integration types.
//
//   dotnet run [origin]
//
// It talks to a server of its own, which answers as Gong's page says; with GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET set, to Gong itself,
// at GONG_BASE_URL or else at the address in the description.

using Gong;
using GongSample;
using GongSample.Server;

var origin = args.Length > 0 ? args[0] : "https://acme.partner.com";
using var http = new HttpClient();

if (Account.FromEnvironment() is { } account)
    return await RegisterAsync(Connect(account), origin);

await using var server = await GongServer.StartAsync();
Console.WriteLine($"Gong, for this demonstration: {server.BaseAddress}");
Console.WriteLine();
var demonstration = new Account(server.BaseAddress, GongServer.AccessKey, GongServer.AccessKeySecret);
await Walkthrough.RunAsync(server, demonstration, Connect);
return await RegisterAsync(Connect(demonstration), origin);

GongClient Connect(Account account) => new(http, new GongClientOptions
{
    BaseAddress = account.BaseAddress,
    Authentication = account.Token is { } token
        ? GongAuthentication.Bearer(token)
        : GongAuthentication.Basic(account.AccessKey, account.AccessKeySecret),
});

// The short form: the body of a success, and an exception for everything else.
static async Task<int> RegisterAsync(GongClient gong, string origin)
{
    try
    {
        var registered = await gong.IntegrationSettingsAsync(Registration.Of(origin));
        Console.WriteLine($"Registered {origin} (request {registered.RequestId}).");

        // A long?: the page warns that an int would cut the id off, and so does SPEC101.
        Console.WriteLine($"Integration id: {registered.IntegrationId}");
        return 0;
    }
    catch (GongApiException<ErrorResponse> refused)
    {
        Console.Error.WriteLine($"Gong answered {(int)refused.StatusCode}: {string.Join("; ", refused.Body.Errors ?? [])} (request {refused.RequestId}).");
        if (refused.RetryAfter is { } wait)
            Console.Error.WriteLine($"Try again in {wait.TotalSeconds} s.");
    }
    catch (GongApiException unexpected)
    {
        Console.Error.WriteLine(unexpected.Message);
    }
    catch (HttpRequestException unreachable)
    {
        Console.Error.WriteLine($"Gong cannot be reached: {unreachable.Message}");
    }
    return 1;
}
