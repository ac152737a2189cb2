using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Reads Security Scheme and Security Requirement Objects (OpenAPI 3.1, sections 4.8.27 and 4.8.30).</summary>
internal sealed class SecurityBinder(BindingContext context, SchemaBinder schemas)
{
    public EquatableArray<SecuritySchemeModel> BindSchemes()
    {
        var found = new List<(string Key, SecurityKind Kind, string Parameter, string? Documentation)>();
        foreach (var declared in context.Description.Part("components", "securitySchemes")?.Members ?? [])
        {
            if (declared.Value.Kind is not NodeKind.Object || schemas.Resolve(declared.Value) is not { } scheme)
                continue;
            var kind = Kind(scheme);
            if (SchemaKeywords.Is(scheme["type"], "mutualTLS"))
            {
                context.Diagnostics.Report(
                    Descriptors.LeftToCaller, scheme, "Security scheme '" + SchemaKeywords.Shown(declared.Name) + "' is mutual TLS: give the HttpClient a handler that has the client's certificate");
                continue;
            }

            if (kind is null)
            {
                context.Diagnostics.Report(
                    Descriptors.NotSupported, scheme, "The client does nothing for security scheme '" + SchemaKeywords.Shown(declared.Name) + "'; the HttpClient's handlers have to");
                continue;
            }

            found.Add((declared.Name, kind.Value, SchemaKeywords.Text(scheme["name"]) ?? "", SchemaKeywords.NonEmptyText(scheme["description"])));
        }

        var scope = new NameScope(StringComparer.Ordinal, "Combine", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", context.Client.Prefix + "Authentication");
        return new EquatableArray<SecuritySchemeModel>(found.Select(scheme =>
        {
            var alone = found.Count(other => Family(other.Kind) == Family(scheme.Kind)) == 1;
            var name = alone ? Family(scheme.Kind) : Identifier.Pascal(scheme.Key, "Scheme");
            return new SecuritySchemeModel(scheme.Key, scope.Take(name, name + "Scheme"), scheme.Kind, scheme.Parameter, scheme.Documentation);
        }));
    }

    /// <summary>What an operation asks for: its own requirements, else those of the whole description.</summary>
    public SecurityModel BindRequirements(Node operation)
    {
        var requirements = operation["security"] ?? context.Description.Root["security"];

        // A description that has schemes and never says where they apply means everywhere.
        if (requirements is not { Kind: NodeKind.Array })
            return new SecurityModel(Authenticate: true, EquatableArray<string>.Empty);

        var alternatives = requirements.Items.Where(requirement => requirement.Members.Count > 0).Select(Describe).ToList();
        var authenticate = alternatives.Count > 0;

        // OpenAPI 3.1, section 4.8.30: an empty requirement makes the others optional.
        if (authenticate && alternatives.Count < requirements.Items.Count)
            alternatives.Add("nothing");
        return new SecurityModel(authenticate, new EquatableArray<string>(alternatives));
    }

    private static string Describe(Node requirement) => string.Join(" and ", requirement.Members.Select(scheme =>
        scheme.Value.Items.Count == 0
            ? scheme.Name
            : scheme.Name + " (scope " + string.Join(", ", scheme.Value.Items.Select(scope => scope.Text)) + ")"));

    private static SecurityKind? Kind(Node scheme) => SchemaKeywords.Text(scheme["type"])?.ToLowerInvariant() switch
    {
        "http" => SchemaKeywords.Text(scheme["scheme"])?.ToLowerInvariant() switch
        {
            "basic" => SecurityKind.Basic,
            "bearer" => SecurityKind.Bearer,
            _ => null,
        },
        "oauth2" or "openidconnect" => SecurityKind.Bearer,
        "apikey" when SchemaKeywords.NonEmptyText(scheme["name"]) is not null => SchemaKeywords.Text(scheme["in"])?.ToLowerInvariant() switch
        {
            "header" when MediaTypes.IsToken(scheme["name"]!.Text) => SecurityKind.ApiKeyHeader,
            "query" => SecurityKind.ApiKeyQuery,
            "cookie" when MediaTypes.IsToken(scheme["name"]!.Text) => SecurityKind.ApiKeyCookie,
            _ => null,
        },
        _ => null,
    };

    private static string Family(SecurityKind kind) => kind switch
    {
        SecurityKind.Basic => "Basic",
        SecurityKind.Bearer => "Bearer",
        _ => "ApiKey",
    };
}
