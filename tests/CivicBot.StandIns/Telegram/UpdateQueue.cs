using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Telegram;

/// <summary>What the bot has not confirmed yet: kept for a day, in order, and only of the kinds that it asked for last.</summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(7);
    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _lock = new();
    private readonly List<Queued> _waiting = [];
    private HashSet<string>? _allowed;
    private int _next = 1_001;
    private DateTimeOffset _last = time.GetUtcNow();
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _poll;

    public int Count
    {
        get
        {
            lock (_lock) return _waiting.Count;
        }
    }

    /// <summary>Ends when it is confirmed; at once if nobody wants to hear of it.</summary>
    public Task Add(string kind, JsonObject what)
    {
        lock (_lock)
        {
            if (!Wants(kind)) return Task.CompletedTask;
            var now = time.GetUtcNow();
            if (now - _last >= Quiet) _next = 17; // at random, says the documentation: so not above the last one
            _last = now;
            var queued = new Queued(_next, now, new JsonObject { ["update_id"] = _next++, [kind] = what });
            _waiting.Add(queued);
            _added.TrySetResult();
            return queued.Confirmed.Task;
        }
    }

    public void Allow(JsonArray? kinds)
    {
        if (kinds is null) return; // as the last time
        lock (_lock) _allowed = kinds.Count == 0 ? null : [.. kinds.Select(kind => (string)kind!)];
    }

    public void Confirm(Func<JsonObject, bool> which)
    {
        lock (_lock)
        {
            foreach (var done in _waiting.Where(one => which(one.Json)).ToList())
            {
                _waiting.Remove(done);
                done.Confirmed.TrySetResult();
            }
        }
    }

    /// <summary>What waits now.</summary>
    public IReadOnlyList<JsonObject> Peek(int most)
    {
        lock (_lock)
        {
            _waiting.RemoveAll(one => time.GetUtcNow() - one.At >= Kept);
            return [.. _waiting.Take(most).Select(one => (JsonObject)one.Json.DeepClone())];
        }
    }

    /// <returns>Null: somebody else has begun to ask.</returns>
    public async Task<IReadOnlyList<JsonObject>?> Ask(int? offset, int limit, TimeSpan wait, CancellationToken gone)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(gone);
        CancellationTokenSource? other;
        lock (_lock) (other, _poll) = (_poll, mine);
        if (other is not null) await other.CancelAsync();
        try
        {
            if (offset is { } from) Confirm(update => (int)update["update_id"]! < from);
            var until = time.GetUtcNow() + wait;
            while (true)
            {
                Task added;
                lock (_lock)
                {
                    if (_added.Task.IsCompleted) _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    added = _added.Task;
                }

                if (Peek(limit) is { Count: > 0 } updates) return updates;
                var left = until - time.GetUtcNow();
                if (left <= TimeSpan.Zero) return [];
                await Task.WhenAny(added, Task.Delay(left, time, mine.Token));
                mine.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            lock (_lock)
            {
                if (_poll == mine) _poll = null;
            }
        }
    }

    private bool Wants(string kind) => _allowed?.Contains(kind) ?? !NotByDefault.Contains(kind);

    private sealed record Queued(int Id, DateTimeOffset At, JsonObject Json)
    {
        public TaskCompletionSource Confirmed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
