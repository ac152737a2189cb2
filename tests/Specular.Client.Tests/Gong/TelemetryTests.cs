using System.Diagnostics;
using System.Diagnostics.Metrics;
using Gong;

namespace Specular.Client.Tests;

/// <summary>What tracing and metrics learn of a call. A listener hears the whole process, so nothing else runs meanwhile.</summary>
[Collection(nameof(AloneCollection))]
public sealed class TelemetryTests(TestServer server) : ServerTest(server)
{
    private const string Source = "Gong.GongClient";

    [Theory]
    [InlineData(200, ActivityStatusCode.Unset)]
    [InlineData(418, ActivityStatusCode.Error)]
    [InlineData(429, ActivityStatusCode.Error)]
    public async Task A_span_for_each_call(int status, ActivityStatusCode expected)
    {
        using var heard = new Heard();
        Server.Answer = Answers.Json(status, "{}");
        await Gong(GongAuthentication.Basic("key", "s3cr3t")).IntegrationSettingsResultAsync(Registration, Token);

        var span = Assert.Single(heard.Spans);
        Assert.Equal(("integrationSettings", ActivityKind.Client, expected), (span.OperationName, span.Kind, span.Status));
        Assert.Equal(
            [("http.request.method", "POST"), ("http.response.status_code", status), ("url.template", "/v2/integration-settings")],
            span.TagObjects.Select(tag => (tag.Key, tag.Value)).OrderBy(tag => tag.Key, StringComparer.Ordinal));
        Assert.Contains(span.TraceId.ToHexString(), Server.Request.Header("traceparent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measurement_for_each_call()
    {
        using var heard = new Heard();
        Server.Answer = Answers.Json(200, "{}");
        await Gong(GongAuthentication.Bearer("s3cr3t")).IntegrationSettingsAsync(Registration, Token);

        var (instrument, seconds, tags) = Assert.Single(heard.Measurements);
        Assert.Equal("openapi.client.operation.duration", instrument);
        Assert.InRange(seconds, 0, Long.TotalSeconds);
        Assert.Equal([("http.response.status_code", 200), ("openapi.operation.id", "integrationSettings")], tags.OrderBy(tag => tag.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_without_an_answer()
    {
        using var heard = new Heard();
        Server.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => Gong(GongAuthentication.Basic("key", "s3cr3t")).IntegrationSettingsAsync(Registration, Token));

        var span = Assert.Single(heard.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("System.Net.Http.HttpRequestException", span.GetTagItem("error.type"));
        Assert.Contains(("error.type", "System.Net.Http.HttpRequestException"), Assert.Single(heard.Measurements).Tags);
    }

    [Fact]
    public async Task No_credential_in_any_of_it()
    {
        using var heard = new Heard();
        Server.Answer = Answers.Json(401, """{"errors":["s3cr3t"]}""", ("X-Echo", "s3cr3t"));
        await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong(GongAuthentication.Bearer("s3cr3t")).IntegrationSettingsAsync(Registration, Token));

        var span = Assert.Single(heard.Spans);
        var all = string.Join("|", span.TagObjects.Concat(span.Baggage.Select(item => new KeyValuePair<string, object?>(item.Key, item.Value))).Concat(span.Events.SelectMany(item => item.Tags)))
            + span.DisplayName + span.StatusDescription + string.Join("|", heard.Measurements.SelectMany(measurement => measurement.Tags));
        Assert.Contains("integrationSettings", all, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", all, StringComparison.Ordinal);
    }

    /// <summary>All that the client tells.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly ActivityListener _spans;
        private readonly MeterListener _meters;

        public Heard()
        {
            _spans = new ActivityListener
            {
                ShouldListenTo = source => source.Name == Source,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = Spans.Add,
            };
            ActivitySource.AddActivityListener(_spans);
            _meters = new MeterListener
            {
                InstrumentPublished = (instrument, listener) =>
                {
                    if (instrument.Meter.Name == Source)
                        listener.EnableMeasurementEvents(instrument);
                },
            };
            _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measurements.Add((instrument.Name, value, [.. tags.ToArray().Select(tag => (tag.Key, tag.Value))])));
            _meters.Start();
        }

        public List<Activity> Spans { get; } = [];

        public List<(string Instrument, double Value, IReadOnlyList<(string, object?)> Tags)> Measurements { get; } = [];

        public void Dispose()
        {
            _spans.Dispose();
            _meters.Dispose();
        }
    }
}

/// <summary>Tests that must be alone in the process.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
