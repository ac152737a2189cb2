#!/usr/bin/env bash
# Publishes four small programs with NativeAOT (net9.0) and prints their sizes. Every warning is an error.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# program NAME FURTHER-MSBUILD < SOURCE
program() {
  mkdir "$work/$1"
  cat > "$work/$1/Program.cs"
  cat > "$work/$1/$1.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  $2
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net9.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <PublishAot>true</PublishAot>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <UseSharedCompilation>false</UseSharedCompilation>
  </PropertyGroup>
  ${3:-}
</Project>
PROJECT
  dotnet publish "$work/$1" -c Release -o "$work/out/$1" -v q -nologo
  printf '%-24s %10d bytes\n' "$1" "$(stat -c %s "$work/out/$1/$1")"
}

program HttpClientAlone "" <<'CSHARP'
using var http = new HttpClient();
using var answer = await http.PostAsync(args[0], new StringContent(args[1], System.Text.Encoding.UTF8, "application/json"));
Console.WriteLine(await answer.Content.ReadAsStringAsync());
CSHARP

program SourceGenerator "" <<'CSHARP'
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

using var http = new HttpClient();
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(args[1] + ":" + args[2])));
var request = new IntegrationSettingsRequest { IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.EmailComposer, AllowedOrigin = args[3] }] };
using var answer = await http.PostAsJsonAsync(args[0], request, Json.Default.IntegrationSettingsRequest);
if (answer.IsSuccessStatusCode) Console.WriteLine((await answer.Content.ReadFromJsonAsync(Json.Default.IntegrationSettingsResponse))?.IntegrationId);
else Console.WriteLine((await answer.Content.ReadFromJsonAsync(Json.Default.ErrorResponse))?.Errors?[0]);

public sealed record IntegrationSettingsRequest { public required IReadOnlyList<IntegrationTypeSettings> IntegrationTypeSettings { get; init; } }
public sealed record IntegrationTypeSettings { public required IntegrationType IntegrationType { get; init; } public required string AllowedOrigin { get; init; } }
public sealed record IntegrationSettingsResponse { public string? RequestId { get; init; } public long? IntegrationId { get; init; } }
public sealed record ErrorResponse { public string? RequestId { get; init; } public IReadOnlyList<string>? Errors { get; init; } }

[JsonConverter(typeof(JsonStringEnumConverter<IntegrationType>))]
public enum IntegrationType
{
    [JsonStringEnumMemberName("EMAIL_COMPOSER")] EmailComposer,
    [JsonStringEnumMemberName("ACCOUNT_PAGES")] AccountPages,
    [JsonStringEnumMemberName("DIALER")] Dialer,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IntegrationSettingsRequest)), JsonSerializable(typeof(IntegrationSettingsResponse)), JsonSerializable(typeof(ErrorResponse))]
public sealed partial class Json : JsonSerializerContext;
CSHARP

program Specular "<Import Project=\"$root/src/UseSpecular.props\" /><ItemGroup><OpenApiClient Include=\"$root/specs/gong-integration-settings.yaml\" Namespace=\"Gong\" ClientName=\"GongClient\" /></ItemGroup>" "<Import Project=\"$root/src/UseSpecular.targets\" />" <<'CSHARP'
using Gong;

using var http = new HttpClient();
var gong = new GongClient(http, new GongClientOptions { BaseAddress = new Uri(args[0]), Authentication = GongAuthentication.Basic(args[1], args[2]) });
var request = new IntegrationSettingsRequest { IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.EmailComposer, AllowedOrigin = args[3] }] };
switch (await gong.IntegrationSettingsResultAsync(request))
{
    case IntegrationSettingsResult.Ok ok:
        Console.WriteLine(ok.Body.IntegrationId);
        break;
    case var other:
        Console.WriteLine(other);
        break;
}
CSHARP
