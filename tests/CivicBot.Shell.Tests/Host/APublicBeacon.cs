using System.Net;
using System.Security.Cryptography;
using CivicBot.Host.Beacons;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Shell.Tests.Host;

/// <summary>Where the random value of a lot comes from.</summary>
public class APublicBeacon
{
    private static readonly DateTimeOffset Close = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private const string Signature = "b44679b9a59af2ec876b1a6b1ad52ea9";
    private static readonly string Randomness = Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(Signature)));

    /// <summary>Round 1 came at the genesis, and a round that comes in the very second of the close could have been known.</summary>
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void Is_asked_for_the_first_value_after_a_moment(int seconds, long round) =>
        DrandBeacon.RoundAfter(DateTimeOffset.FromUnixTimeSeconds(1_692_803_367 + seconds)).ShouldBe(round);

    [Fact]
    public async Task Gives_the_value_with_its_source_and_number()
    {
        var round = DrandBeacon.RoundAfter(Close);
        (await AskAsync($$"""{"round":{{round}},"randomness":"{{Randomness}}","signature":"{{Signature}}"}""")).ShouldBe($"drand quicknet {round} {Randomness}");
    }

    [Theory]
    [InlineData("""{"round":1,"randomness":"RANDOM","signature":"SIGNED"}""")]
    [InlineData("""{"round":ROUND,"randomness":"00","signature":"SIGNED"}""")]
    [InlineData("""{"round":ROUND}""")]
    [InlineData("""[]""")]
    [InlineData("""<html>""")]
    public async Task Takes_no_other_value(string answer) => (await AskAsync(answer.Replace("RANDOM", Randomness, StringComparison.Ordinal).Replace("SIGNED", Signature, StringComparison.Ordinal)
        .Replace("ROUND", $"{DrandBeacon.RoundAfter(Close)}", StringComparison.Ordinal))).ShouldBeNull();

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Waits_where_there_is_none_yet(HttpStatusCode status) => (await AskAsync("", status)).ShouldBeNull();

    private static async Task<string?> AskAsync(string answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var beacon = new DrandBeacon(new Answering(answer, status), NullLogger.Instance);
        return await beacon.FirstAfterAsync(Close, TestContext.Current.CancellationToken);
    }

    private sealed class Answering(string answer, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri!.AbsoluteUri.ShouldBe($"https://api.drand.sh/{DrandBeacon.Chain}/public/{DrandBeacon.RoundAfter(Close)}");
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(answer) });
        }
    }
}
