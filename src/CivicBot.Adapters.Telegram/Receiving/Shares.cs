namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>The groups in which, as Telegram says, both somebody and we are: by them a private line finds its collective.</summary>
internal sealed class Shares(Chats chats, Membership membership)
{
    /// <summary>Whoever runs the bot for very many groups has members who acted in theirs before; the others are looked for in the latest.</summary>
    private const int Most = 30;

    public async Task<IReadOnlyList<string>> WithAsync(long account, CancellationToken cancellation)
    {
        var places = (await chats.PlacesAsync(cancellation)).Take(Most).ToList();
        var standings = await Task.WhenAll(places.Select(place => membership.OfAsync(place, account, cancellation)));
        return [.. places.Zip(standings).Where(pair => pair.Second is { Present: true }).Select(pair => Names.Key(pair.First))];
    }
}
