using System;
using System.Collections.Generic;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Specular.Runtime;

/// <summary>A secret that a server sends back is seldom sent as it came: it stands in JSON, in HTML or in a URL.</summary>
internal static class SecretForms
{
    /// <summary>The secrets and the texts that they become there.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> secrets)
    {
        var forms = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var secret in secrets)
        {
            var relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
            Add(secret);
            Add(relaxed);
            Add(JavaScriptEncoder.Default.Encode(secret));
            Add(relaxed.Replace("/", "\\/"));
            Add(HtmlEncoder.Default.Encode(secret));
            Add(WebUtility.HtmlEncode(secret));
            Add(Percent(secret));
            Add(WebUtility.UrlEncode(secret));
        }

        return forms;

        void Add(string form)
        {
            if (form.Length > 0 && known.Add(form))
                forms.Add(form);
        }
    }

    private static string Percent(string secret)
    {
        var text = new StringBuilder(secret.Length);
        PercentEncoding.Append(text, secret);
        return text.ToString();
    }
}
