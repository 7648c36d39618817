namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>One after the other for each account, side by side for different ones.</summary>
internal sealed class Lanes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _tails = [];

    public async Task RunAsync(string account, Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_lock)
        {
            before = _tails.GetValueOrDefault(account, Task.CompletedTask);
            _tails[account] = done.Task;
        }

        try
        {
            await before;
            await work();
        }
        finally
        {
            lock (_lock)
            {
                if (_tails[account] == done.Task) _tails.Remove(account);
            }

            done.SetResult();
        }
    }
}
