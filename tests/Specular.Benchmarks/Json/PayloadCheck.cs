namespace Specular.Benchmarks.Json;

/// <summary>What is compared has to do the same: each contender writes what was read, and by hand it is the same bytes as the emitted code's.</summary>
internal static class PayloadCheck
{
    public static int Run()
    {
        foreach (var payload in Payload.All.Values)
        {
            Console.WriteLine($"{payload}: {payload.Utf8.Length} bytes; written {payload.WriteSpecular()} (Specular), {payload.WriteByHand()} (by hand), {payload.WriteSourceGenerator()} and {payload.WriteSettable()} (source generator), {payload.WriteReflection()} (reflection), {payload.WriteNewtonsoft()} (Newtonsoft)");
            if (!payload.Agree()) return 1;
        }

        return 0;
    }
}
