namespace CivicBot.Engine;

/// <summary>
/// How much one account may do before anything is written (SECURITY 2): 30 acts a minute and 500 a day. Over it, one sentence; then silence. Kept in memory:
/// a restart forgives.
/// </summary>
/// <param name="on">Off in a practice room.</param>
internal sealed class Budgets(bool on)
{
    private const int AMinute = 30;
    private const int ADay = 500;
    private readonly Dictionary<string, Spent> spent = [];

    private sealed class Spent
    {
        public DateTimeOffset Minute { get; set; }

        public DateTimeOffset Day { get; set; }

        public int InMinute { get; set; }

        public int InDay { get; set; }
    }

    /// <summary>How far over its budget this act is: 0 within, 1 the first over it.</summary>
    public int Over(string account, DateTimeOffset now)
    {
        if (!on) return 0;
        if (spent.Count > 10_000) spent.Clear();
        if (!spent.TryGetValue(account, out var mine)) spent[account] = mine = new Spent { Minute = now, Day = now };
        if (now - mine.Minute >= TimeSpan.FromMinutes(1)) (mine.Minute, mine.InMinute) = (now, 0);
        if (now - mine.Day >= TimeSpan.FromDays(1)) (mine.Day, mine.InDay) = (now, 0);
        return Math.Max(++mine.InMinute - AMinute, ++mine.InDay - ADay) is > 0 and var over ? over : 0;
    }
}
