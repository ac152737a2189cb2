using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.QuickInfo;
using Specular.Testing.Analyzers;

namespace Specular.Package.Tests.Editor;

/// <summary>What somebody who has the package sees and does in an editor.</summary>
public sealed class EditorTests(PackedPackage package)
{
    // Gong's endpoint, with what has been replaced, and what only the server sends.
    private static readonly string s_description = Repository.GongDescription
        .Replace("      requestBody:\n", """
                  parameters:
                    - { name: notify, in: query, deprecated: true, description: 'Use `notifyBy` instead.', schema: { type: string } }
                    - { name: notifyBy, in: query, schema: { type: string } }
                  requestBody:

            """, StringComparison.Ordinal)
        .Replace("paths:\n", "paths:\n  /v2/export:\n    get: { operationId: export, responses: { '200': { description: All, content: { application/octet-stream: { schema: { type: string, format: binary } } } } } }\n", StringComparison.Ordinal)
        .Replace("        allowedOrigin:\n", "        settingId: { type: string, readOnly: true }\n        allowedOrigin:\n", StringComparison.Ordinal);

    private const string Marked = """
        using System.Net;
        using System.Net.Http.Json;
        using Gong;

        namespace Api;

        public static class Name
        {
            public static async Task<IntegrationTypeSettings> RegisterAsync(GongClient gong, HttpClient http, IntegrationSettingsRequest request)
            {
                await gong.{|SPEC105:IntegrationSettingsResultAsync|}(request);
                var registered = await gong.IntegrationSettingsAsync(request);
                int id = {|SPEC101:(int)registered.IntegrationId!.Value|};
                var same = {|SPEC101:Convert.ToInt32|}(registered.IntegrationId);
                var text = await gong.IntegrationSettingsResultAsync(request) {|SPEC106:switch|}
                {
                    IntegrationSettingsResult.Ok ok => $"{ok.Body.IntegrationId} {id} {same}",
                    IntegrationSettingsResult.TooManyRequests wait => $"{wait.RetryAfter}",
                };
                await gong.{|SPEC105:IntegrationSettingsResultAsync|}(request);
                var type = IntegrationTypeExtensions.FromWireValue(id > 5 ? {|SPEC103:"Dialer"|} : {|SPEC103:"account-pages"|});
                for (var attempt = 0; attempt < 5; attempt++)
                {
                    try
                    {
                        await gong.IntegrationSettingsAsync(request, {|SPEC111:notify: "mail"|});
                    }
                    catch (GongApiException e) when (e.StatusCode == HttpStatusCode.TooManyRequests)
                    {
                        await Task.Delay({|SPEC107:TimeSpan.FromSeconds(1)|});
                    }
                }
                using var response = await http.PostAsJsonAsync({|SPEC109:"https://api.gong.io/v2/integration-settings"|}, request);
                var posted = await response.Content.ReadFromJsonAsync<IntegrationSettingsResponse>();
                var csv = await gong.{|SPEC114:ExportAsync|}();
                await csv.CopyToAsync(Stream.Null);
                var settings = new IntegrationTypeSettings { {|SPEC112:SettingId|} = "1", IntegrationType = type, AllowedOrigin = "https://acme.partner.com" };
                await gong.IntegrationSettingsAsync(new IntegrationSettingsRequest { IntegrationTypeSettings = [settings] });
                return new IntegrationTypeSettings { IntegrationType = type, AllowedOrigin = text.Length > 5 ? {|SPEC102:"http://acme.partner.com"|} : {|SPEC102:"acme.partner.com"|} };
            }
        }

        """;

    private const string Fixed = """
        using System.Net;
        using System.Net.Http.Json;
        using Gong;

        namespace Api;

        public static class Name
        {
            public static async Task<IntegrationTypeSettings> RegisterAsync(GongClient gong, HttpClient http, IntegrationSettingsRequest request)
            {
                await gong.IntegrationSettingsAsync(request);
                var registered = await gong.IntegrationSettingsAsync(request);
                long id = registered.IntegrationId!.Value;
                var same = Convert.ToInt64(registered.IntegrationId);
                var text = await gong.IntegrationSettingsResultAsync(request) switch
                {
                    IntegrationSettingsResult.Ok ok => $"{ok.Body.IntegrationId} {id} {same}",
                    IntegrationSettingsResult.TooManyRequests wait => $"{wait.RetryAfter}",
                    IntegrationSettingsResult.BadRequest => throw new NotImplementedException(),
                    IntegrationSettingsResult.Unauthorized => throw new NotImplementedException(),
                    IntegrationSettingsResult.Conflict => throw new NotImplementedException(),
                    IntegrationSettingsResult.InternalServerError => throw new NotImplementedException(),
                    IntegrationSettingsResult.Undeclared => throw new NotImplementedException(),
                };
                await gong.IntegrationSettingsAsync(request);
                var type = IntegrationTypeExtensions.FromWireValue(id > 5 ? "DIALER" : "ACCOUNT_PAGES");
                for (var attempt = 0; attempt < 5; attempt++)
                {
                    try
                    {
                        await gong.IntegrationSettingsAsync(request, notifyBy: "mail");
                    }
                    catch (GongApiException e) when (e.StatusCode == HttpStatusCode.TooManyRequests)
                    {
                        await Task.Delay(e.RetryAfter ?? TimeSpan.FromSeconds(1));
                    }
                }
                var posted = await gong.IntegrationSettingsAsync(request);
                using var csv = await gong.ExportAsync();
                await csv.CopyToAsync(Stream.Null);
                var settings = new IntegrationTypeSettings { IntegrationType = type, AllowedOrigin = "https://acme.partner.com" };
                await gong.IntegrationSettingsAsync(new IntegrationSettingsRequest { IntegrationTypeSettings = [settings] });
                return new IntegrationTypeSettings { IntegrationType = type, AllowedOrigin = text.Length > 5 ? "https://acme.partner.com" : "https://acme.partner.com" };
            }
        }

        """;

    private static readonly Markup s_markup = Markup.Parse(Marked);

    [Fact]
    public async Task Squiggles_have_a_lightbulb_and_Fix_All()
    {
        // What each way to fix has to itself.
        string[] names = ["Lightbulb", "Document", "Project", "Solution"];
        var consumer = package.CreateConsumer()
            .WriteProject("Api", Consumer.GongClient, WarningsStayWarnings, outputType: "Library")
            .Write("Api/gong.yaml", s_description)
            .Write("Api/Solution.cs", Named(s_markup.Text, "Solution"))
            .WriteProject("App", Consumer.PackageReference + """<ProjectReference Include="../Api/Api.csproj" />""", WarningsStayWarnings, outputType: "Library");
        foreach (var name in names[..^1])
            consumer.Write($"App/{name}.cs", Named(s_markup.Text, name));
        using var editor = await OpenAsync(consumer, "App");
        Assert.Equal(["Api", "App"], editor.Project.Solution.Projects.Select(project => project.Name).Order(StringComparer.Ordinal));
        foreach (var project in editor.Project.Solution.Projects)
            Assert.Empty(await OpenProject.ErrorsAsync(project));
        Assert.Equal(Expected(names), await ShownAsync(editor, names));

        Assert.Equal(editor.FixableIds.Order(StringComparer.Ordinal), s_markup.Spans.Select(span => span.Id!).Distinct().Order(StringComparer.Ordinal));
        foreach (var id in editor.FixableIds)
        {
            while (await FirstAsync(editor, "Lightbulb", id) is { } squiggle)
                await editor.ApplyAsync(Assert.Single(await editor.LightbulbAsync(editor.Document("Lightbulb.cs"), squiggle)));
            foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            {
                var left = names[(1 + (int)scope)..];
                Assert.Equal(Expected(left, id), await ShownAsync(editor, names, id));
                var squiggle = await FirstAsync(editor, left[0], id);
                await editor.ApplyAsync(await editor.FixAllAsync(editor.Document(left[0] + ".cs"), squiggle!, scope));
            }
            Assert.Empty(await ShownAsync(editor, names, id));
        }

        foreach (var name in names)
            Assert.Equal(Named(Fixed, name), await File.ReadAllTextAsync(editor.Document(name + ".cs").FilePath!, TestContext.Current.CancellationToken));
        (await consumer.BuildAsync("App", "-warnAsError")).EnsureSuccess();
    }

    [Fact]
    public async Task Typing_in_the_description_changes_the_client_and_the_squiggles()
    {
        var markup = Markup.Parse("""
            using Gong;

            namespace App;

            internal static class Code
            {
                public static int Narrow(IntegrationSettingsResponse registered) => {|SPEC101:(int)registered.IntegrationId!.Value|};

                public static IntegrationTypeSettings Settings() => new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = {|SPEC102:"http://acme.partner.com"|} };
            }

            """);
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient, WarningsStayWarnings, outputType: "Library")
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Code.cs", markup.Text);
        using var editor = await OpenAsync(consumer, "App");
        Assert.Equal(markup.Spans.Select(span => (span.Id, span.Span)), (await SquigglesAsync()).Select(squiggle => ((string?)squiggle.Id, squiggle.Location.SourceSpan)));
        Assert.Empty(await editor.DescriptionDiagnosticsAsync());

        // The id is no id any more, and the origin may be any text.
        await editor.EditDescriptionAsync("gong.yaml", text => text.Replace("format: int64", "format: int32", StringComparison.Ordinal).Replace("x-origin: https", "x-origin: any", StringComparison.Ordinal).Replace("          pattern: '^https://[^/?#@\\s]+$'\n", "", StringComparison.Ordinal));
        Assert.Empty(await SquigglesAsync());
        Assert.Empty(await OpenProject.ErrorsAsync(editor.Project));
        Assert.Equal("int?", (await PropertyAsync("Gong.IntegrationSettingsResponse", "IntegrationId"))?.Type.ToDisplayString());

        // What the code uses is called otherwise, and something new is there.
        await editor.EditDescriptionAsync("gong.yaml", text => text.Replace("- DIALER", "- PHONE", StringComparison.Ordinal).Replace("        requestId:\n", "        tenantName:\n          type: string\n        requestId:\n", StringComparison.Ordinal));
        var error = Assert.Single(await OpenProject.ErrorsAsync(editor.Project));
        Assert.Equal("CS0117", error.Id);
        Assert.Equal("string?", (await PropertyAsync("Gong.IntegrationSettingsResponse", "TenantName"))?.Type.ToDisplayString());

        // A slip shows where it was made, and goes with it.
        await editor.EditDescriptionAsync("gong.yaml", text => text.Replace("schemas/IntegrationTypeSettings'", "schemas/IntegrationTypeSetting'", StringComparison.Ordinal));
        var slip = Assert.Single(await editor.DescriptionDiagnosticsAsync());
        Assert.Equal("SPEC003", slip.Id);
        Assert.Equal(consumer.PathOf("App", "gong.yaml"), slip.Location.GetLineSpan().Path);
        var description = await editor.Project.AdditionalDocuments.Single(document => document.Name == "gong.yaml").GetTextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("'#/components/schemas/IntegrationTypeSetting'", description.ToString(slip.Location.SourceSpan));

        await editor.EditDescriptionAsync("gong.yaml", _ => Repository.GongDescription);
        Assert.Empty(await editor.DescriptionDiagnosticsAsync());
        Assert.Equal(markup.Spans.Select(span => span.Id), (await SquigglesAsync()).Select(squiggle => squiggle.Id));
        Assert.Equal(Repository.GongDescription, await File.ReadAllTextAsync(consumer.PathOf("App", "gong.yaml"), TestContext.Current.CancellationToken));

        Task<ImmutableArray<Diagnostic>> SquigglesAsync() => editor.SquigglesAsync(editor.Document("Code.cs"));

        async Task<IPropertySymbol?> PropertyAsync(string type, string name) =>
            (await editor.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!.GetTypeByMetadataName(type)?.GetMembers(name).OfType<IPropertySymbol>().Single();
    }

    [Fact]
    public async Task Hover_and_completion_tell_what_the_description_says()
    {
        const string Code = """
            using Gong;

            namespace App;

            internal static class Code
            {
                public static string Use(GongClient gong, IntegrationSettingsResponse registered, IntegrationTypeSettings settings)
                {
                    _ = gong.IntegrationSettingsAsync(null!);
                    _ = registered.IntegrationId;
                    return settings.AllowedOrigin;
                }
            }

            """;
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient, WarningsStayWarnings + "<GenerateDocumentationFile>true</GenerateDocumentationFile>", outputType: "Library")
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Code.cs", Code);
        using var editor = await OpenAsync(consumer, "App");
        var document = editor.Document("Code.cs");

        var origin = await HoverAsync("AllowedOrigin");
        Assert.Contains("A valid origin that can be used as the iFrame source.", origin, StringComparison.Ordinal);
        Assert.Contains(@"allowedOrigin, format uri, pattern ^https://[^/?#@\s]+$. Example: https://acme.partner.com", origin, StringComparison.Ordinal);
        Assert.Contains("integrationId, format int64. Example: 5517027188234206000", await HoverAsync("IntegrationId"), StringComparison.Ordinal);
        var operation = await HoverAsync("IntegrationSettingsAsync");
        Assert.Contains("Add an integration", operation, StringComparison.Ordinal);
        Assert.Contains("POST /v2/integration-settings", operation, StringComparison.Ordinal);
        Assert.Contains("Needs basic, or bearer (scope api:integration-settings:write)", operation, StringComparison.Ordinal);

        var completion = CompletionService.GetService(document)!;
        var offered = await completion.GetCompletionsAsync(document, Code.IndexOf("AllowedOrigin", StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken);
        var item = offered.ItemsList.Single(item => item.DisplayText == "AllowedOrigin");
        Assert.Contains(offered.ItemsList, other => other.DisplayText == "IntegrationType");
        Assert.Contains("A valid origin", (await completion.GetDescriptionAsync(document, item, TestContext.Current.CancellationToken))!.Text, StringComparison.Ordinal);

        var property = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!.GetTypeByMetadataName("Gong.IntegrationTypeSettings")!.GetMembers("AllowedOrigin").Single();
        var syntax = property.GetAttributes().Single(attribute => attribute.AttributeClass!.Name == "StringSyntaxAttribute");
        Assert.Equal("Uri", syntax.ConstructorArguments.Single().Value);

        async Task<string> HoverAsync(string name)
        {
            var hover = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, Code.IndexOf("." + name, StringComparison.Ordinal) + 1, TestContext.Current.CancellationToken);
            return string.Join("\n", hover!.Sections.Select(section => section.Text));
        }
    }

    [Fact]
    public async Task A_build_omits_what_is_not_used_and_the_editor_shows_it()
    {
        const string Description = """
            openapi: 3.0.3
            info: { title: Shop, version: '1' }
            servers: [ { url: https://shop.test } ]
            paths:
              /orders: { get: { operationId: listOrders, responses: { '204': { description: Done } } } }
              /staff: { get: { operationId: listStaff, responses: { '204': { description: Done } } } }
            """;
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.PackageReference + """<OpenApiClient Include="shop.yaml" Namespace="Shop" ClientName="ShopClient" OmitUnused="True" />""")
            .Write("App/shop.yaml", Description)
            .Write("App/Program.cs", """
                Func<Shop.ShopClient, Task> use = shop => shop.ListOrdersAsync();
                Console.WriteLine(string.Join(", ", typeof(Shop.ShopClient).GetMethods().Where(method => method.Name.EndsWith("Async")).Select(method => method.Name).Order()));
                """);
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal(["ListOrdersAsync, ListOrdersResultAsync"], (await consumer.StartAsync("App")).EnsureSuccess().Lines);

        // With what that build has left in obj.
        using var editor = await OpenAsync(consumer, "App");
        var client = (await editor.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!.GetTypeByMetadataName("Shop.ShopClient")!;
        Assert.Equal(["ListOrdersAsync", "ListOrdersResultAsync", "ListStaffAsync", "ListStaffResultAsync"], client.MemberNames.Where(name => name.EndsWith("Async", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private const string WarningsStayWarnings = "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>";

    private static async Task<OpenProject> OpenAsync(Consumer consumer, string name)
    {
        (await consumer.BuildAsync(name, "-target:Restore")).EnsureSuccess();
        return await OpenProject.OpenAsync(consumer.PathOf(name, name + ".csproj"));
    }

    private static string Named(string text, string name) => text.Replace("Name", name, StringComparison.Ordinal);

    private static async Task<Diagnostic?> FirstAsync(OpenProject editor, string name, string id) =>
        (await editor.SquigglesAsync(editor.Document(name + ".cs"))).FirstOrDefault(diagnostic => diagnostic.Id == id);

    private static async Task<IReadOnlyList<string>> ShownAsync(OpenProject editor, string[] names, string id = "")
    {
        var shown = new List<string>();
        foreach (var name in names)
        {
            foreach (var squiggle in await editor.SquigglesAsync(editor.Document(name + ".cs")))
            {
                if (squiggle.Id.StartsWith(id, StringComparison.Ordinal))
                    shown.Add(Show(name, squiggle.Location.SourceTree!.ToString().Substring(squiggle.Location.SourceSpan.Start, squiggle.Location.SourceSpan.Length), squiggle.Id));
            }
        }
        return shown;
    }

    private static IEnumerable<string> Expected(string[] names, string id = "") =>
        from name in names
        from span in s_markup.Spans
        where span.Id!.StartsWith(id, StringComparison.Ordinal)
        select Show(name, s_markup.Text.Substring(span.Span.Start, span.Span.Length), span.Id!);

    private static string Show(string name, string text, string id) => $"{name}: {id} {text}";
}
