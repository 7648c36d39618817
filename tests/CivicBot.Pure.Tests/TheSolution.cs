namespace CivicBot.Pure.Tests;

public class TheSolution
{
    [Fact]
    public void Builds_and_runs_its_tests() => typeof(object).Assembly.ShouldNotBeNull();
}
