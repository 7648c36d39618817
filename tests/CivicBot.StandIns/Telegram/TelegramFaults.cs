namespace CivicBot.StandIns.Telegram;

/// <summary>What goes wrong on purpose. Each fault meets the next requests of a method, or of any.</summary>
public sealed class TelegramFaults
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];

    /// <summary>Nothing is answered but 502, until it is over.</summary>
    public bool Outage { get; set; }

    /// <summary>A server from before Bot API 10.2: what only one person should see, everyone sees.</summary>
    public bool IsOld { get; set; }

    /// <summary>429, with how long to wait.</summary>
    public void Throttles(string? method, int seconds, int times = 1) => Add(new Fault(method, times, 429, $"Too Many Requests: retry after {seconds}", seconds));

    /// <summary>The connection breaks before anything is answered.</summary>
    public void Drops(string? method, int times = 1) => Add(new Fault(method, times, 0, "", null));

    /// <summary>Any other no.</summary>
    public void Refuses(string? method, int status, string words, int times = 1) => Add(new Fault(method, times, status, words, null));

    internal Fault? Take(string method)
    {
        lock (_lock)
        {
            if (Outage) return new Fault(method, 1, 502, "Bad Gateway", null);
            var index = _faults.FindIndex(fault => fault.Method is null ? method != "getUpdates" : fault.Method == method);
            if (index < 0) return null;
            var fault = _faults[index];
            if (fault.Times == 1) _faults.RemoveAt(index);
            else _faults[index] = fault with { Times = fault.Times - 1 };
            return fault;
        }
    }

    private void Add(Fault fault)
    {
        lock (_lock) _faults.Add(fault);
    }

    /// <summary>One of them; status 0 breaks the connection.</summary>
    internal sealed record Fault(string? Method, int Times, int Status, string Words, int? RetryAfter);
}
