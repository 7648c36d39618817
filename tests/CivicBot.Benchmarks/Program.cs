using CivicBot.Benchmarks;

return args switch
{
    ["durable"] => await Durable.RunAsync().ConfigureAwait(false),
    ["delegation"] => Delegating.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/CivicBot.Benchmarks -- durable|delegation");
    return 2;
}
