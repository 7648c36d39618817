using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>A proposal whose text rests before the vote: nothing of it changes any more, and it may have to wait for its place among the open votes.</summary>
internal static class FrozenCard
{
    public static IEnumerable<Part> Of(Pen pen)
    {
        var (decision, proposal) = (pen.About, pen.Proposal);
        foreach (var part in TextParts.Of(pen)) yield return part;
        var most = ("n", (object)proposal.Terms.OpenVotes);
        yield return new Part.Text(Lines.Sentences(
            pen.Line("card.by", ("opener", pen.Name(decision.Opener))),
            proposal.PlaceInLine(decision.Now) is { } place
                ? Lines.Sentences(pen.Line("card.line", ("place", new Inline.Words(Place(pen, place)))), pen.Line("card.line.why", most))
                : Lines.Sentences(pen.Line("card.frozen", ("closes", pen.Moment(decision.ClosesAt))), pen.Line("card.line.why", most))));
        if (Ahead.Topic(pen) is { } topic) yield return topic;
        foreach (var part in PartsList.Of(pen)) yield return part;
        foreach (var part in Card.Cases(pen)) yield return part;
        if (proposal is { Changes: null, Preset: not (Preset.Consent or Preset.Lazy) }) yield return pen.Text("card.rivals.may-come", ("n", proposal.Needed));
        yield return Ahead.Rules(pen);
    }

    /// <summary>“first”, “second”; further back a number says it as well.</summary>
    private static string Place(Pen pen, int place)
    {
        var words = pen.Words("card.places").Split(' ');
        return place <= words.Length ? words[place - 1] : pen.Words("card.place").Replace("#", place.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
