namespace GongSample;

/// <summary>Where Gong is, and who calls it.</summary>
/// <param name="BaseAddress">The address of the API; null for the one in the description.</param>
/// <param name="AccessKey">The access key.</param>
/// <param name="AccessKeySecret">The access key's secret.</param>
/// <param name="Token">A bearer token, which then takes the place of the access key.</param>
internal sealed record Account(Uri? BaseAddress, string AccessKey, string AccessKeySecret, string? Token = null)
{
    /// <summary>The account that the environment names; null where it names none.</summary>
    public static Account? FromEnvironment()
    {
        var accessKey = Environment.GetEnvironmentVariable("GONG_ACCESS_KEY");
        var accessKeySecret = Environment.GetEnvironmentVariable("GONG_ACCESS_KEY_SECRET");
        if (string.IsNullOrEmpty(accessKey) || string.IsNullOrEmpty(accessKeySecret))
            return null;

        var baseUrl = Environment.GetEnvironmentVariable("GONG_BASE_URL");
        return new(string.IsNullOrEmpty(baseUrl) ? null : new Uri(baseUrl, UriKind.Absolute), accessKey, accessKeySecret);
    }

    /// <summary>Without the credentials, whatever prints it.</summary>
    public override string ToString() => $"Account at {BaseAddress}";
}
