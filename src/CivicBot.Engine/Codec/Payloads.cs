using System.Text.Json.Nodes;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>The content of commitments. Each names what it belongs to, so that nobody can pass off one member's ballot as another's.</summary>
internal static class Payloads
{
    public static JsonObject Name(string? name) => Filled(("name", name));

    public static JsonObject Room(RoomLinked room)
    {
        var payload = Filled(("key", room.Room?.Key), ("name", room.Name), ("place", room.Place?.Key));
        payload["r"] = room.Number;
        return payload;
    }

    public static JsonObject Account(MemberJoined member) => Filled(("account", member.Account?.Key), ("m", member.Id.Hex));

    public static JsonObject Linked(MemberId member, AccountId? account, string? name = null) => Filled(("account", account?.Key), ("m", member.Hex), ("name", name));

    public static JsonObject MemberName(MemberJoined member) => Filled(("m", member.Id.Hex), ("name", member.Name));

    public static JsonObject Text(DecisionId id, string? title, string? body)
    {
        var payload = Filled(("body", body), ("title", title));
        payload["d"] = id.Number;
        return payload;
    }

    public static JsonObject Option(DecisionId id, int number, string? text)
    {
        var payload = Filled(("text", text));
        payload["d"] = id.Number;
        payload["o"] = number;
        return payload;
    }

    public static JsonObject Part(PartId part, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var payload = Filled(fields);
        payload["d"] = part.Decision.Number;
        if (part.Number > 0) payload["part"] = part.Number;
        return payload;
    }

    public static JsonObject PartBallot(PartBallotCast cast)
    {
        var payload = Part(cast.Part, ("choice", Words.Positions[cast.Position ?? throw new InvalidOperationException("An erased ballot is never written again.")]));
        payload["m"] = cast.Voter.Hex;
        return payload;
    }

    public static JsonObject Verdict(Judged judged)
    {
        var payload = Part(judged.Part, ("verdict", ProposalWords.Verdicts[judged.Verdict ?? throw new InvalidOperationException("An erased verdict is never written again.")]));
        payload["m"] = judged.By.Hex;
        return payload;
    }

    public static JsonObject Ballot(BallotCast cast) => new()
    {
        ["choice"] = Choice(cast.Ballot ?? throw new InvalidOperationException("An erased ballot is never written again.")),
        ["d"] = cast.Id.Number,
        ["m"] = cast.Voter.Hex,
    };

    public static Ballot ReadBallot(JsonObject payload) => payload["choice"] switch
    {
        JsonArray ranks when ranks is [JsonArray, ..] => new Ballot.Ranked(ranks.Select(rank => Numbers(rank!.AsArray()).ToValues())),
        JsonArray options => new Ballot.Chosen(Numbers(options)),
        JsonObject consent => new Ballot.Consent(Words.Answers[consent.Text("answer")], consent.TextOrNone("concern")),
        JsonValue stance => new Ballot.Stance(Words.Positions[stance.GetValue<string>()]),
        _ => throw new FormatException("no \"choice\""),
    };

    private static JsonNode Choice(Ballot ballot) => ballot switch
    {
        Ballot.Chosen chosen => Numbers(chosen.Options),
        Ballot.Ranked ranked => Fields.Array(ranked.Ranks, Numbers),
        Ballot.Stance stance => JsonValue.Create(Words.Positions[stance.Position]),
        Ballot.Consent consent => Answer(consent),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static JsonObject Answer(Ballot.Consent consent)
    {
        var answer = Filled(("concern", consent.Concern));
        answer["answer"] = Words.Answers[consent.Answer];
        return answer;
    }

    private static JsonArray Numbers(Values<int> options) => Fields.Array(options, option => JsonValue.Create(option));

    private static IEnumerable<int> Numbers(JsonArray options) => options.Select(option => checked((int)option!.GetValue<long>()));

    private static JsonObject Filled(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var payload = new JsonObject();
        foreach (var (name, value) in fields) payload.Put(name, value);
        return payload;
    }
}
