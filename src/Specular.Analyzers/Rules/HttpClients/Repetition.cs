using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Rules.HttpClients;

/// <summary>Tells whether code runs again and again. Where it may as well run once, as a program's own entry, a test or the work of a service does, it does not.</summary>
internal sealed class Repetition
{
    private static readonly string[] s_tests =
    [
        "Xunit.FactAttribute", "NUnit.Framework.TestAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute", "TUnit.Core.TestAttribute", "BenchmarkDotNet.Attributes.BenchmarkAttribute",
    ];

    private readonly IMethodSymbol? _entry;
    private readonly bool _isTool;
    private readonly INamedTypeSymbol? _routes;
    private readonly bool _isTest;

    public Repetition(Compilation compilation)
    {
        _entry = compilation.GetEntryPoint(CancellationToken.None);
        _routes = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions");

        _isTest = s_tests.Any(attribute => compilation.GetTypesByMetadataName(attribute).Length > 0);

        // A program without a host does its work, and ends.
        _isTool = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsRuntimeApplication or OutputKind.WindowsApplication
            && compilation.GetTypeByMetadataName("Microsoft.Extensions.Hosting.IHost") is null;
    }

    /// <summary>When an operation runs, in words; null where it is not known to run more than once.</summary>
    public string? Of(IOperation operation, ISymbol body, CancellationToken cancellationToken)
    {
        if (_isTest)
            return null;
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ILoopOperation loop when loop.Body == child:
                    return "each time around the loop";
                case IAnonymousFunctionOperation lambda:
                    return IsRouteHandler(lambda) ? "for every request" : null;
            }
        }
        return body switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method when IsAction(method) => "for every request",
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method when !_isTool && !IsOfEntry(method) && !RunsOnce(method) => $"each time '{method.Name}' is called",
            _ => null,
        };
    }

    private bool IsOfEntry(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, _entry?.ContainingType);

    private bool IsRouteHandler(IOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation)
            parent = parent.Parent;
        return parent is IArgumentOperation { Parent: IInvocationOperation call } && _routes is not null && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, _routes);
    }

    private static bool IsAction(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Name == "ControllerBase" && type.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Mvc")
                return method.DeclaredAccessibility == Accessibility.Public && !method.IsStatic;
        }
        return false;
    }

    /// <summary>What a host or a framework calls once: the work of a service, its start, the set-up of a program.</summary>
    private static bool RunsOnce(IMethodSymbol method) => method.Name is "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName or "ExecuteAsync" or "StartAsync" or "StartingAsync" or "StartedAsync" or "InitializeAsync" or "Configure" or "ConfigureServices" or "ConfigureAsync" or "Initialize" or "RunAsync" or "Run";
}
