using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CivicBot.Engine;

namespace CivicBot.Host.Beacons;

/// <summary>
/// The League of Entropy's public randomness, chain “quicknet”: a value every three seconds, signed by many parties together, which stays readable by its
/// round for good (drand.love). What is drawn by it anyone can draw again.
/// </summary>
internal sealed class DrandBeacon : IBeacon, IDisposable
{
    public const string Chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    private const long Genesis = 1_692_803_367;
    private const long Period = 3;
    private const int LongestAnswer = 4_096;

    private readonly HttpClient http;
    private readonly ILogger log;

    /// <param name="handler">What carries the requests.</param>
    public DrandBeacon(HttpMessageHandler handler, ILogger log)
    {
        http = new HttpClient(handler) { BaseAddress = new Uri("https://api.drand.sh/"), Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = LongestAnswer };
        this.log = log;
    }

    public static DrandBeacon Create(ILogger log) => new(new SocketsHttpHandler { AllowAutoRedirect = false }, log);

    /// <summary>The number of the first value that is published after a moment.</summary>
    public static long RoundAfter(DateTimeOffset moment) => ((moment.ToUnixTimeSeconds() - Genesis) / Period) + 2;

    public async Task<string?> FirstAfterAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var round = RoundAfter(moment);
        try
        {
            var answer = await http.GetByteArrayAsync(new Uri($"{Chain}/public/{round.ToString(CultureInfo.InvariantCulture)}", UriKind.Relative), cancellation).ConfigureAwait(false);
            using var json = JsonDocument.Parse(answer);
            var (given, randomness, signature) = (json.RootElement.GetProperty("round").GetInt64(), json.RootElement.GetProperty("randomness").GetString(), json.RootElement.GetProperty("signature").GetString());
            // The value is the hash of the round's signature; whoever checks a lot finds both under the round's number.
            if (given == round && randomness == Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(signature ?? "")))) return $"drand quicknet {round.ToString(CultureInfo.InvariantCulture)} {randomness}";
            log.LogWarning("drand: round {Round} was answered with something else; it is asked for again later.", round);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            log.LogWarning("drand: round {Round} cannot be had just now ({Error}); it is asked for again later.", round, error.GetType().Name);
        }
        return null;
    }

    public void Dispose() => http.Dispose();
}
