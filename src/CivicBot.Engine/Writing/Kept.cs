using System.Collections.Immutable;

namespace CivicBot.Engine;

/// <summary>What a writer keeps in memory of the rows beside its ledger. A value, dropped with a batch that is not committed.</summary>
internal sealed record Kept
{
    public static Kept Empty { get; } = new();

    public ImmutableDictionary<string, ActionToken> Tokens { get; init; } = ImmutableDictionary<string, ActionToken>.Empty;

    /// <summary>The tokens of cards, which stay the same however often the card is drawn.</summary>
    public ImmutableDictionary<(int Decision, int Version, string Act), string> OfCards { get; init; } =
        ImmutableDictionary<(int, int, string), string>.Empty;

    public ImmutableDictionary<(string Account, string Room), Draft> Drafts { get; init; } = ImmutableDictionary<(string, string), Draft>.Empty;

    public ImmutableDictionary<string, ImmutableDictionary<string, string>> Settings { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;

    public ImmutableDictionary<string, string> SettingsOf(string account) =>
        Settings.GetValueOrDefault(account, ImmutableDictionary<string, string>.Empty);

    public static Kept Of(Beside beside)
    {
        var kept = beside.Tokens.Aggregate(Empty, (before, token) => before.With(token));
        kept = beside.Drafts.Aggregate(kept, (before, draft) => before.With(draft));
        return beside.Settings.Aggregate(kept, (before, setting) => before.With(setting));
    }

    public Kept With(ActionToken token) => this with
    {
        Tokens = Tokens.SetItem(token.Token, token),
        OfCards = token is { Only: null, Decision: { } decision } ? OfCards.SetItem((decision, token.Version, token.Act), token.Token) : OfCards,
    };

    public Kept With(Draft draft) => this with
    {
        Drafts = draft.Body is null ? Drafts.Remove((draft.Account, draft.Room)) : Drafts.SetItem((draft.Account, draft.Room), draft),
    };

    public Kept With(Setting setting)
    {
        var own = SettingsOf(setting.Account);
        own = setting.Value is null ? own.Remove(setting.Key) : own.SetItem(setting.Key, setting.Value);
        return this with { Settings = own.IsEmpty ? Settings.Remove(setting.Account) : Settings.SetItem(setting.Account, own) };
    }
}
