using System;
using System.Globalization;

namespace Specular.Generator.Binding.Operations;

/// <summary>Names for status codes, as <c>System.Net.HttpStatusCode</c> has them and RFC 9110 says them.</summary>
internal static class StatusNames
{
    /// <summary><c>200</c>, <c>4XX</c> or <c>default</c>; null for anything else.</summary>
    public static string? Normalize(string text)
    {
        var trimmed = text.Trim();
        if (string.Equals(trimmed, "default", StringComparison.OrdinalIgnoreCase))
            return "default";
        if (trimmed.Length != 3 || trimmed[0] is < '1' or > '5')
            return null;
        if (trimmed.Substring(1).ToUpperInvariant() == "XX")
            return trimmed[0] + "XX";
        return trimmed[1] is >= '0' and <= '9' && trimmed[2] is >= '0' and <= '9' ? trimmed : null;
    }

    public static string CaseName(string status) => status switch
    {
        "default" => "Default",
        "1XX" => "Informational",
        "2XX" => "Success",
        "3XX" => "Redirection",
        "4XX" => "ClientError",
        "5XX" => "ServerError",
        _ => Name(int.Parse(status, NumberStyles.None, CultureInfo.InvariantCulture)) ?? "Status" + status,
    };

    private static string? Name(int status) => status switch
    {
        100 => "Continue",
        101 => "SwitchingProtocols",
        102 => "Processing",
        103 => "EarlyHints",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        208 => "AlreadyReported",
        226 => "IMUsed",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        407 => "ProxyAuthenticationRequired",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "LengthRequired",
        412 => "PreconditionFailed",
        413 => "ContentTooLarge",
        414 => "UriTooLong",
        415 => "UnsupportedMediaType",
        416 => "RangeNotSatisfiable",
        417 => "ExpectationFailed",
        421 => "MisdirectedRequest",
        422 => "UnprocessableContent",
        423 => "Locked",
        424 => "FailedDependency",
        426 => "UpgradeRequired",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        431 => "RequestHeaderFieldsTooLarge",
        451 => "UnavailableForLegalReasons",
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        505 => "HttpVersionNotSupported",
        507 => "InsufficientStorage",
        508 => "LoopDetected",
        511 => "NetworkAuthenticationRequired",
        _ => null,
    };
}
