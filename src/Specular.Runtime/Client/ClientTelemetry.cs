#if NET8_0_OR_GREATER
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http;

namespace Specular.Runtime;

/// <summary>What a client tells tracing and metrics, under its own full name; free while nobody listens.</summary>
internal sealed class ClientTelemetry
{
    // A source lives as long as the process: one for each class of client, however many clients there are.
    private static readonly ConcurrentDictionary<string, ClientTelemetry> s_all = new(StringComparer.Ordinal);

    private readonly ActivitySource _activities;
    private readonly Histogram<double> _duration;

    private ClientTelemetry(string clientType)
    {
        _activities = new ActivitySource(clientType);
        _duration = new Meter(clientType).CreateHistogram<double>(
            "openapi.client.operation.duration", "s", "The time from the call of an operation to the headers of its answer.");
    }

    /// <summary>What the class of client of that full name reports through.</summary>
    public static ClientTelemetry Of(string clientType) => s_all.GetOrAdd(clientType, static name => new ClientTelemetry(name));

    /// <summary>Begins to measure a call.</summary>
    public Call Start(HttpMethod method, string operation, string template)
    {
        var activity = _activities.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("http.request.method", method.Method);
        activity?.SetTag("url.template", template);
        return new Call(this, activity, operation, Stopwatch.GetTimestamp());
    }

    /// <summary>A call that is being measured.</summary>
    public readonly struct Call(ClientTelemetry telemetry, Activity? activity, string operation, long start) : IDisposable
    {
        /// <summary>Says what the server answered.</summary>
        public void Answered(int statusCode)
        {
            activity?.SetTag("http.response.status_code", statusCode);
            if (statusCode >= 400)
                activity?.SetStatus(ActivityStatusCode.Error);
            Record("http.response.status_code", statusCode);
        }

        /// <summary>Says that there was no answer.</summary>
        public void Failed(Exception exception)
        {
            var type = exception.GetType().FullName ?? "error";
            activity?.SetTag("error.type", type);
            activity?.SetStatus(ActivityStatusCode.Error);
            Record("error.type", type);
        }

        /// <summary>Ends the span.</summary>
        public void Dispose() => activity?.Dispose();

        // Generic, so that a number is put into an object only where somebody listens.
        private void Record<T>(string tag, T value)
        {
            if (telemetry._duration.Enabled)
            {
                telemetry._duration.Record(
                    Stopwatch.GetElapsedTime(start).TotalSeconds,
                    new KeyValuePair<string, object?>("openapi.operation.id", operation),
                    new KeyValuePair<string, object?>(tag, value));
            }
        }
    }
}
#endif
