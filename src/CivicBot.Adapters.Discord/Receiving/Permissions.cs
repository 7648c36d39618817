namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>What we must be allowed in a channel before something is opened there, as Discord names it in each language.</summary>
internal static class Permissions
{
    private static readonly (ulong Bit, string English, string French)[] Needed =
    [
        (1UL << 10, "View Channel", "Voir le salon"),
        (1UL << 11, "Send Messages", "Envoyer des messages"),
        (1UL << 14, "Embed Links", "Intégrer des liens"),
        (1UL << 15, "Attach Files", "Joindre des fichiers"),
        (1UL << 16, "Read Message History", "Voir les anciens messages"),
        (1UL << 35, "Create Public Threads", "Créer des fils publics"),
        (1UL << 38, "Send Messages in Threads", "Envoyer des messages dans les fils"),
    ];

    /// <summary>Where somebody adds us to his server, with these permissions and no other.</summary>
    public static string Link(string application) => FormattableString.Invariant(
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={Needed.Aggregate(0UL, (all, one) => all | one.Bit)}");

    /// <returns>Null if nothing is missing.</returns>
    public static string? Missing(ulong ours, string? language)
    {
        const ulong administrator = 1UL << 3;
        var missing = Needed.Where(one => (ours & (one.Bit | administrator)) == 0).Select(one => language == "fr" ? one.French : one.English).ToList();
        return missing.Count == 0 ? null : string.Join(", ", missing);
    }
}
