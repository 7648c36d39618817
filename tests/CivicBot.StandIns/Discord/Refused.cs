namespace CivicBot.StandIns.Discord;

/// <summary>What the platform answers instead of doing it: a status and its own code.</summary>
internal sealed class Refused(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    /// <summary>For 429: how long to wait.</summary>
    public double? RetryAfter { get; init; }

    public bool Global { get; init; }

    public bool Shared { get; init; }

    public static Refused Form(string why) => new(400, 50035, "Invalid Form Body: " + why);

    public static Refused Unknown(int code, string what) => new(404, code, "Unknown " + what);

    public static Refused Slower(double seconds, int code = 0) => new(429, code, "You are being rate limited.") { RetryAfter = seconds };
}
