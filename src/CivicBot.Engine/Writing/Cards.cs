using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>Draws the cards of whatever changed, once per batch and room, and results once.</summary>
internal sealed class Cards(Catalogue catalogue, IRandomness randomness, Replies replies)
{
    /// <param name="head">The checkpoint of this batch, which results carry.</param>
    public async Task DrawAsync(Sitting sitting, Head? head)
    {
        var view = new CollectiveView(sitting.State, null, new Dictionary<string, string>(), catalogue, sitting.At);
        var language = sitting.State.Language;
        foreach (var number in sitting.Changed.Union(sitting.Shown.Select(shown => shown.Decision)).Order())
        {
            var decision = view.Find(number)!;
            var card = Choices.With(await catalogue.DrawAsync(decision, kind => kind.Card, language).ConfigureAwait(false), act => Token(sitting, decision, act));
            var result = sitting.Closed.Contains(number) && head is not null
                ? replies.WithCheckpoint(await catalogue.DrawAsync(decision, kind => kind.Result, language).ConfigureAwait(false), head, language)
                : null;
            foreach (var room in sitting.State.Rooms.Values)
            {
                if (room.Room is not { } key) continue;
                var (platform, to) = (Platforms.Of(key.Key), new Destination.ToRoom(key.Key));
                var posts = sitting.Shown.Contains((number, room.Number));
                var slot = $"{(posts ? "open" : "card")}/{number}/{room.Number}";
                sitting.Owe(slot, platform, posts ? Purpose.Opening : Purpose.Card, to, card, language, number, room.Number, posts);
                // An older drawing that could not be delivered yet would take the place of the new message.
                if (posts && sitting.ShownAgain.Contains(number)) sitting.Owe($"card/{number}/{room.Number}", platform, Purpose.Card, to, card, language, number, room.Number);
                if (result is not null) sitting.Owe($"result/{number}/{room.Number}", platform, Purpose.Result, to, result, language);
            }
        }
    }

    /// <summary>A card's button keeps its token as long as the text stands.</summary>
    private string Token(Sitting sitting, DecisionView decision, string act)
    {
        if (sitting.Kept.OfCards.TryGetValue((decision.Number, decision.Version, act), out var known)) return known;
        var token = Tokenry.Token(randomness.For($"token/{decision.Number}/{decision.Version}/{act}"));
        sitting.Keep(new ActionToken(token, act, decision.Number, decision.Version, Only: null, Expires: null));
        return token;
    }
}
