using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.Engine;

/// <summary>Codes of 40 random bits that are given in one chat and typed in another (SECURITY 2).</summary>
internal static class Codes
{
    public static readonly TimeSpan Last = TimeSpan.FromMinutes(10);

    /// <summary>Where an account's own code is kept: it has one at a time.</summary>
    public const string Setting = "code";

    /// <summary>The code that a line holds, as its token is written; null if it holds none.</summary>
    public static string? In(Parsed.Understood line) =>
        line.Command.Parameters.FirstOrDefault(parameter => parameter.Kind is ParameterKind.Code) is { } parameter && line.Arguments.GetValueOrDefault(parameter.Key) is [var typed, ..]
            ? Read(typed) : null;

    public static bool IsOne(string typed) => Read(typed) is { Length: 8 } code && Ledger.Crockford.IsText(code);

    /// <summary>As people read it to each other: in any case, with or without the dash, an O for a zero.</summary>
    private static string Read(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
}

/// <summary>How often an account may try a code: five times an hour, counted before anything is compared. Kept in memory: a restart forgives.</summary>
internal sealed class CodeTries(TimeProvider time)
{
    private const int Most = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Tries)> tried = new();

    public bool Take(string account)
    {
        var now = time.GetUtcNow();
        if (tried.Count > 10_000) tried.Clear();
        return tried.AddOrUpdate(account, (now, 1), (_, before) => now - before.Since >= Window ? (now, 1) : (before.Since, before.Tries + 1)).Tries <= Most;
    }
}
