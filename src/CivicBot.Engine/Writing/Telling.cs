using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>Says what members and rooms are told without having asked: in their language, within the budget, outside quiet hours.</summary>
internal sealed class Telling(Catalogue catalogue, IRandomness randomness)
{
    private static readonly TimeSpan ButtonsLast = TimeSpan.FromDays(14);

    public async Task DrawAsync(Sitting sitting)
    {
        foreach (var (room, told) in sitting.ToldRooms) await RoomAsync(sitting, room, told).ConfigureAwait(false);
        foreach (var (member, told) in sitting.ToldMembers) await MemberAsync(sitting, sitting.State[member], told).ConfigureAwait(false);
    }

    private async Task RoomAsync(Sitting sitting, LinkedRoom room, Told told)
    {
        if (room.Room is not { } key) return;
        var language = sitting.State.Language;
        var slot = $"told/{ToldKeys.Write(told)}/{room.Number}";
        if (await catalogue.TellAsync(told, View(sitting, null), language).ConfigureAwait(false) is not { } said) return;
        if (told is Told.Discussion about)
        {
            sitting.Owe(slot, Platforms.Of(key.Key), Purpose.Answer, new Destination.ToThread(key.Key), said, language, about.Decision, room.Number);
            return;
        }
        sitting.Owe(slot, Platforms.Of(key.Key), Purpose.Notice, new Destination.ToRoom(key.Key), Pressable(sitting, said, slot, null), language);
    }

    private async Task MemberAsync(Sitting sitting, Member member, Told told)
    {
        if (member.Accounts.IsEmpty || member.LeftAt is not null) return;
        var account = member.Accounts[0].Key;
        // Who has just given a code waits for this.
        var expected = told is Told.LinkAsked;
        if (!expected && Attention.IsSnoozed(sitting, account)) return;
        if (!expected && Attention.QuietUntil(sitting, Matters.Latest(sitting.State, told)) is { } morning)
        {
            sitting.Plan(new Due($"tell/{member.Id}/{ToldKeys.Write(told)}", morning));
            return;
        }
        var language = sitting.Kept.SettingsOf(account).GetValueOrDefault("language") ?? sitting.State.Language;
        var slot = $"told/{ToldKeys.Write(told)}/{account}";
        if (await catalogue.TellAsync(told, View(sitting, member.Accounts[0]), language).ConfigureAwait(false) is not { } said) return;
        if (!expected && !Matters.ConcernsOnesVote(told) && !(told is Told.DelegateGone && Attention.TakeOnce(sitting, account, "gone", Matters.RunningVotes(sitting.State, member)))
            && !Attention.TakeMessage(sitting, account)) return;
        sitting.Owe(slot, Platforms.Of(account), Purpose.Message, new Destination.ToMember(account, member.Name ?? "", Opens: expected || Matters.ConcernsOnesVote(told) || told is Told.DelegateGone or Told.DelegationAsked),
            Pressable(sitting, said, slot, account), language);
    }

    private CollectiveView View(Sitting sitting, AccountId? reader) => new(sitting.State, reader, new Dictionary<string, string>(), catalogue, sitting.At);

    private Document Pressable(Sitting sitting, Document said, string slot, string? only)
    {
        var draw = randomness.For($"{slot}@{sitting.At.ToUnixTimeSeconds()}");
        return Choices.With(said, act =>
        {
            var token = new ActionToken(Tokenry.Token(draw), act, null, 0, only, sitting.At + ButtonsLast);
            sitting.Keep(token);
            return token.Token;
        });
    }
}

/// <summary>The words by which something that is to be told waits for its hour.</summary>
internal static class ToldKeys
{
    public static string Write(Told told) => told switch
    {
        Told.Discussion about => $"discussion/{about.Decision}",
        Told.EarlyClose early => $"early/{early.Decision}@{early.At.ToUnixTimeSeconds()}",
        Told.ReviewDue review => $"review/{review.Decision}",
        Told.Digest digest => $"digest/{digest.Since.ToUnixTimeSeconds()}",
        Told.CloseIsNear near => $"near/{near.Decision}",
        Told.TextChanged changed => $"text/{changed.Decision}",
        Told.DrawnAsJuror juror => $"juror/{juror.Part}",
        Told.RoutesFixed routes => $"routes/{routes.Decision}",
        Told.VoicesWait voices => $"voices/{voices.Decision}@{voices.Until.ToUnixTimeSeconds()}",
        Told.DelegationAsked asked => $"asked/{asked.From}",
        Told.DelegationAnswered answered => $"answered/{answered.By}@{(answered.Accepted ? 1 : 0)}",
        Told.DelegateGone gone => $"gone/{gone.Delegate}",
        Told.DelegationsEnd => "renew",
        Told.LinkAsked asked => $"link/{asked.Account}",
        Told.RoomJoined joined => $"room/{joined.Room}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Told? Read(string key)
    {
        var words = key.Split('/', 2);
        var (about, more) = words.Length < 2 ? ("", "") : words[1].Split('@') is [var one, var other] ? (one, other) : (words[1], "");
        return words[0] switch
        {
            "near" => new Told.CloseIsNear(Number(about)),
            "text" => new Told.TextChanged(Number(about)),
            "juror" when about.Split('.') is [var decision, var part] => new Told.DrawnAsJuror(new PartId(new DecisionId(Number(decision)), Number(part))),
            "routes" => new Told.RoutesFixed(Number(about)),
            "voices" => new Told.VoicesWait(Number(about), DateTimeOffset.FromUnixTimeSeconds(long.Parse(more, System.Globalization.CultureInfo.InvariantCulture))),
            "asked" => new Told.DelegationAsked(new MemberId(about)),
            "answered" => new Told.DelegationAnswered(new MemberId(about), more == "1"),
            "gone" => new Told.DelegateGone(new MemberId(about)),
            "renew" => new Told.DelegationsEnd(),
            _ => null,
        };
    }

    private static int Number(string word) => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture);
}
