using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Ledger;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>One interaction being handled: who did it, in which batch, and how he is answered.</summary>
internal sealed class Turn(Sitting sitting, Interaction interaction, IDraw draw, Defaults defaults)
{
    private static readonly TimeSpan ButtonsLast = TimeSpan.FromDays(7);
    private int replies;

    public Sitting Sitting => sitting;

    public Interaction Interaction => interaction;

    public IDraw Draw => draw;

    public AccountId Account { get; } = new(interaction.From.Key);

    /// <summary>What the account chose, else what it types, else what its platform says, else what the room reads.</summary>
    public string Language(string? typed = null)
    {
        var known = sitting.Kept.SettingsOf(interaction.From.Key).GetValueOrDefault("language") ?? typed ?? interaction.From.Language;
        return known is not null && Localized.Languages.Contains(known) ? known
            : sitting.State.IsFounded ? sitting.State.Language
            : defaults.Language;
    }

    public CollectiveView View(ICatalogue catalogue) =>
        new(sitting.State, Account, Preferences, catalogue, sitting.At);

    /// <summary>What the account itself chose to keep; which reactions carry its ballots is the engine's own affair.</summary>
    private Dictionary<string, string> Preferences =>
        sitting.Kept.SettingsOf(interaction.From.Key).Where(setting => !Attention.IsTheEngines(setting.Key)).ToDictionary();

    public Occasion Occasion => new(
        Account,
        interaction.In.Private ? null : new RoomId(interaction.In.Key),
        new Standing(Name(interaction.From.Name), new RoomId(interaction.In.Place), Name(interaction.In.PlaceName),
            Present: interaction.In.Private ? IsKnown : interaction.Present && IsInItsPlace,
            interaction.Admin,
            SeenByOthers: interaction.SeenBy is SeenBy.Room && !interaction.In.Private),
        sitting.At,
        new MemberId(Convert.ToHexStringLower(draw.Bytes(15))))
    {
        Defaults = (Language(), defaults.TimeZone),
    };

    /// <summary>The room is the collective's: what somebody does elsewhere with a key of ours is done by a stranger.</summary>
    public bool IsInItsPlace => interaction.In.Private || !sitting.State.IsFounded
        || sitting.State.Rooms.Values.Any(room => room.Place?.Key == interaction.In.Place);

    /// <summary>In private: a member, or somebody of whom the platform says that he is in one of the collective's rooms.</summary>
    private bool IsKnown => sitting.State.MemberOf(Account) is not null
        || sitting.State.Rooms.Values.Any(room => room.Place is { } place && interaction.Shares.Contains(place.Key));

    /// <summary>Names are the platform's, and it sets no bounds that we could rely on: what is kept is whole and short.</summary>
    private static string Name(string shown)
    {
        var whole = TypedText.Whole(shown);
        return whole.Length <= TypedText.NameLength ? whole : TypedText.Whole(whole[..TypedText.NameLength]);
    }

    /// <summary>Answer the one who asked, and nobody else.</summary>
    public void Reply(Purpose purpose, Document document, string language) => Owe(purpose,
        new Destination.ToAsker(interaction.From.Key, interaction.From.Name, interaction.In.Key, interaction.In.Private, interaction.Event), document, language);

    /// <summary>Answer for everyone to read; in a private room that is the one who asked.</summary>
    public void ReplyToAll(Purpose purpose, Document document, string language)
    {
        if (interaction.In.Private) Reply(purpose, document, language);
        else Owe(purpose, new Destination.ToRoom(interaction.In.Key, interaction.Event), document, language);
    }

    /// <summary>A short code for an act, to be typed elsewhere; the one that this account had is no longer good.</summary>
    public string Code(string act)
    {
        var account = interaction.From.Key;
        if (sitting.Kept.SettingsOf(account).GetValueOrDefault(Codes.Setting) is { } earlier && sitting.Kept.Tokens.TryGetValue(earlier, out var token))
        {
            sitting.Keep(token with { Expires = sitting.At });
        }
        var code = Crockford.Encode(draw.Bytes(5));
        sitting.Keep(new ActionToken(code, act, null, 0, null, sitting.At + Codes.Last));
        sitting.Keep(new Setting(account, Codes.Setting, code));
        return $"{code[..4]}-{code[4..]}";
    }

    private void Owe(Purpose purpose, Destination to, Document document, string language)
    {
        var slot = $"answer/{interaction.EventKey}/{replies++}";
        sitting.Owe(slot, Platforms.Of(interaction.In.Key), purpose, to, Choices.With(document, Pressable), language);
    }

    private string Pressable(string act)
    {
        var token = new ActionToken(Tokenry.Token(draw), act, null, 0, interaction.From.Key, sitting.At + ButtonsLast);
        sitting.Keep(token);
        return token.Token;
    }
}

/// <summary>The first part of every key names its platform.</summary>
internal static class Platforms
{
    public static string Of(string key) => key[..key.IndexOf(':', StringComparison.Ordinal)];
}

/// <summary>Puts tokens into a document, in the place of what they stand for.</summary>
internal static class Choices
{
    public static Document With(Document document, Func<string, string> token) =>
        document.Parts.Any(part => part is Part.Choices or Part.Shortcuts or Part.InPrivate) ? new Document([.. document.Parts.Select(part => With(part, token))]) : document;

    private static Part With(Part part, Func<string, string> token)
    {
        return part switch
        {
            Part.Choices choices => choices with { Items = Items(choices.Items) },
            Part.Shortcuts shortcuts => new Part.Shortcuts(Items(shortcuts.Items)),
            Part.InPrivate goOn => goOn with { Token = token(goOn.Line) },
            _ => part,
        };

        IReadOnlyList<Choice> Items(IReadOnlyList<Choice> items) => [.. items.Select(choice => choice with { Token = token(choice.Act) })];
    }
}

/// <summary>Makes tokens: 128 random bits, base64url.</summary>
internal static class Tokenry
{
    public static string Token(IDraw draw) => Convert.ToBase64String(draw.Bytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
