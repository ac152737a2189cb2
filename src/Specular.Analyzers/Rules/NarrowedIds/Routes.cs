using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Routes of ASP.NET Core that take an id from the wire as something that cannot hold it: minimal APIs and controllers.</summary>
internal sealed class Routes
{
    private readonly INamedTypeSymbol _builder;
    private readonly RouteTemplates _templates;

    private Routes(INamedTypeSymbol builder, RouteTemplates templates)
    {
        _builder = builder;
        _templates = templates;
    }

    /// <summary>Null where the compilation has no routes.</summary>
    public static Routes? Find(Compilation compilation, RouteTemplates templates) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions") is { } builder ? new Routes(builder, templates) : null;

    /// <summary>True for a method that has the names of one which maps a route.</summary>
    public static bool MayBe(IMethodSymbol method) => method.Name.StartsWith("Map", System.StringComparison.Ordinal) && method.ContainingType is { Name: "EndpointRouteBuilderExtensions" };

    /// <summary><c>app.MapGet("/integrations/{integrationId:int}", (int integrationId) => …)</c>.</summary>
    public void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, _builder))
            return;
        foreach (var argument in call.Arguments)
        {
            var diagnostics = argument.Parameter?.Name switch
            {
                "pattern" or "prefix" => _templates.CheckTemplate(argument.Value.Syntax as ExpressionSyntax),
                "handler" => CheckHandler(argument.Value),
                _ => [],
            };
            foreach (var diagnostic in diagnostics)
                context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>An action of a controller, or a controller itself: <c>[HttpGet("{integrationId:int}")]</c>.</summary>
    public void AnalyzeSymbol(SymbolAnalysisContext context)
    {
        var templates = TemplatesOn(context.Symbol).ToList();
        foreach (var template in templates)
        {
            foreach (var diagnostic in _templates.CheckTemplate(template))
                context.ReportDiagnostic(diagnostic);
        }
        if (context.Symbol is not IMethodSymbol action || (templates.Count == 0 && !action.GetAttributes().Any(IsRoute)))
            return;
        foreach (var parameter in action.Parameters)
        {
            if (NameOnWire(parameter) is { } name && (IsNamedByAttribute(parameter) || templates.Concat(TemplatesOn(action.ContainingType)).Any(template => Names(template, name))) && _templates.CheckParameter(parameter, name) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    private IEnumerable<Diagnostic> CheckHandler(IOperation value)
    {
        while (value is IConversionOperation or IDelegateCreationOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)value).Target;
        var handler = value switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        return handler is null
            ? []
            : handler.Parameters.Select(parameter => NameOnWire(parameter) is { } name ? _templates.CheckParameter(parameter, name) : null).OfType<Diagnostic>();
    }

    /// <summary>The name by which a parameter is bound to a route, a query or a form; null where it comes from elsewhere.</summary>
    private static string? NameOnWire(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "FromRouteAttribute" or "FromQueryAttribute" or "FromFormAttribute":
                    return attribute.NamedArguments.Where(static argument => argument.Key == "Name").Select(static argument => argument.Value.Value as string).FirstOrDefault() ?? parameter.Name;
                case { } name when name.StartsWith("From", System.StringComparison.Ordinal) || name == "AsParametersAttribute":
                    return null;
            }
        }
        return parameter.Name;
    }

    private static bool IsNamedByAttribute(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FromRouteAttribute" or "FromQueryAttribute" or "FromFormAttribute");

    private static bool Names(ExpressionSyntax template, string name) => template is LiteralExpressionSyntax literal && RouteTemplates.HasParameter(literal.Token.ValueText, name);

    private static IEnumerable<ExpressionSyntax> TemplatesOn(ISymbol symbol) =>
        from attribute in symbol.GetAttributes()
        where IsRoute(attribute)
        let syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax
        from argument in syntax?.ArgumentList?.Arguments ?? default
        where argument.NameEquals is null
        select argument.Expression;

    private static bool IsRoute(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "RouteAttribute" or "HttpGetAttribute" or "HttpPostAttribute" or "HttpPutAttribute" or "HttpDeleteAttribute" or "HttpPatchAttribute" or "HttpHeadAttribute" } type
        && type.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Mvc";
}
