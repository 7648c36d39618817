using CivicBot.Benchmarks;

return args switch
{
    ["durable"] => await Durable.RunAsync().ConfigureAwait(false),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/CivicBot.Benchmarks -- durable");
    return 2;
}
