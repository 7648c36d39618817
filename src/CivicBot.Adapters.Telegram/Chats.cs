using System.Globalization;
using System.Text.Json;
using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram;

/// <summary>The groups we are in, those we were sent away from, and those that go by a new id.</summary>
internal sealed class Chats(IKeyValues memory) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private List<long>? _places;

    /// <summary>The groups in which we are, as far as we noticed, the latest first.</summary>
    public async Task<IReadOnlyList<long>> PlacesAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            return [.. await LoadedAsync(cancellation)];
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task ArriveAsync(long chat, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            var places = await LoadedAsync(cancellation);
            if (places.Contains(chat)) return;
            if (await IsGoneAsync(chat, cancellation)) await memory.SetAsync(Keys.Gone(chat), null, cancellation);
            places.Insert(0, chat);
            await WriteAsync(places, cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task LeaveAsync(long chat, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            await memory.SetAsync(Keys.Gone(chat), "yes", cancellation);
            var places = await LoadedAsync(cancellation);
            if (places.Remove(chat)) await WriteAsync(places, cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task<bool> IsGoneAsync(long chat, CancellationToken cancellation) => await memory.GetAsync(Keys.Gone(chat), cancellation) is not null;

    /// <returns>Whether that was news.</returns>
    public async Task<bool> MoveAsync(long from, long to, CancellationToken cancellation)
    {
        if (await CurrentAsync(from, cancellation) == to) return false;
        await memory.SetAsync(Keys.Moved(from), to.ToString(CultureInfo.InvariantCulture), cancellation);
        await LeaveAsync(from, cancellation);
        await ArriveAsync(to, cancellation);
        return true;
    }

    /// <summary>The chat's id as it is now.</summary>
    public async Task<long> CurrentAsync(long chat, CancellationToken cancellation) =>
        chat < 0 && long.TryParse(await memory.GetAsync(Keys.Moved(chat), cancellation), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var now) ? now : chat;

    public void Dispose() => _writing.Dispose();

    private async Task<List<long>> LoadedAsync(CancellationToken cancellation) =>
        _places ??= await memory.GetAsync(Keys.Places, cancellation) is { } kept ? JsonSerializer.Deserialize<List<long>>(kept) ?? [] : [];

    private Task WriteAsync(List<long> places, CancellationToken cancellation) => memory.SetAsync(Keys.Places, JsonSerializer.Serialize(places), cancellation);
}
