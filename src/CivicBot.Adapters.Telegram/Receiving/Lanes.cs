namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>What one account does is done one after the other, and different accounts do not wait for each other.</summary>
internal sealed class Lanes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _last = [];

    public async Task RunAsync(string lane, Func<Task> work)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_lock)
        {
            before = _last.GetValueOrDefault(lane, Task.CompletedTask);
            _last[lane] = mine.Task;
        }

        try
        {
            await before;
            await work();
        }
        finally
        {
            mine.SetResult();
            lock (_lock)
            {
                if (_last.GetValueOrDefault(lane) == mine.Task) _last.Remove(lane);
            }
        }
    }
}
