using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Core;
using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Shell.Tests.Codec;

/// <summary>
/// What the ledger holds outlives every version of the code: these bytes are approved, and are never edited for what exists. A new kind of event adds lines.
/// </summary>
public class EventsOnDisk
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly MemberId Alice = new("0f7b606f7090c03ed00fafff0dc82d");
    private static readonly MemberId Bob = new("b16be0946981f19d515c69c924ca45");
    private static readonly DecisionId One = new(1);
    private static readonly DecisionId Two = new(2);
    private static readonly VerifierKey Key = new Ed25519Signer("civicbot.example/5GGSXAE16WDDQMKCFE0ACXD4H8", Bytes(7, 32)).Key;

    /// <summary>One of each kind at least, with everything in it that can be in it, and once with as little as can be.</summary>
    private static readonly ImmutableArray<CollectiveEvent> Samples =
    [
        new CollectiveFounded("Jardin «é» 🌱", "fr", "Europe/Paris", Rules.Default),
        new RoomLinked(1, new RoomId("matrix:!a:example.org"), new RoomId("matrix:!a:example.org"), "Garden", Alice),
        new RoomLinked(1, new RoomId("matrix:!b:example.org"), new RoomId("matrix:!b:example.org"), "Garden", By: null),
        new MemberJoined(Alice, new AccountId("matrix:@alice:example.org"), "alice", Noon),
        new DecisionOpened(One, "poll", Alice, 1, "Where do we meet?", null, ["Park", "Café"], Method.Approval, Mode.Open, 0,
            [new PhasePlan(Phase.Voting, Noon.AddHours(2))], new DecisionRule(Change: true, EarlyClose: true, Max: 2), Noon),
        new DecisionOpened(Two, "proposal", Bob, 1, "A bike", "800 €\nand a lock", [], Method.YesNo, Mode.Sealed, 1,
            [new PhasePlan(Phase.Discussion, Noon.AddDays(1)), new PhasePlan(Phase.Voting, Noon.AddDays(2))], new DecisionRule(Change: false, EarlyClose: false), Noon),
        new DecisionEdited(One, Alice, "Where shall we meet?", null, ["Park", "Café", "Online"], [new PhasePlan(Phase.Voting, Noon.AddHours(3))]),
        new BallotCast(One, Bob, new Ballot.Chosen(3, 1), Noon),
        new BallotCast(Two, Bob, new Ballot.Stance(Position.Abstain), Noon),
        new BallotWithdrawn(One, Bob),
        new VotingClosed(One, Alice, Noon.AddHours(1)),
        new VotingClosed(Two, By: null, Noon.AddDays(2)),
        new ResultStored(One, new Result(Method.Approval, 2, [1, 0, 2], [3], Outcome.Leading, Noon.AddHours(1))),
        new ResultStored(Two, new Result(Method.YesNo, 1, [0, 0, 1], [], Outcome.Rejected, Noon.AddDays(2))),
        new AdminActed(Alice, "found", "Garden", "en", "Europe/London"),
        new AdminActed(By: null, "found", null, null, null),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Samples.Length)];

    [Fact]
    public void Are_written_as_approved() => string.Concat(Samples.SelectMany((happened, n) => Lines(Write(happened, n))).Select(line => line + "\n"))
        .ShouldMatchApproved(options => options.NoDiff().WithFilenameGenerator((_, _, kind, _) => $"EventsOnDisk.{kind}.jsonl"));

    [Fact]
    public void Are_read_as_they_were_approved()
    {
        var approved = File.ReadAllLines(Approved()).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        var entries = approved.Where(line => line.ContainsKey("t")).ToList();
        entries.Count.ShouldBe(Samples.Length);
        foreach (var (entry, n) in entries.Select((entry, n) => (entry, n)))
        {
            var openings = approved.Where(line => line.ContainsKey("i") && line["n"]!.GetValue<int>() == n)
                .Select(line => new Opening(n, line["i"]!.GetValue<int>(), line["payload"]!.GetValue<string>(), line["salt"]!.GetValue<string>())).ToList();
            EventReader.Read(entry, openings).ShouldBe(Samples[n]);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Are_read_back_as_what_happened(int n)
    {
        var (entry, openings) = Write(Samples[n], n);
        EventReader.Read(Json(entry), openings).ShouldBe(Samples[n]);
    }

    /// <summary>Erasing takes the content and leaves the rest: a ledger without its openings is still read.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Are_read_without_what_was_erased(int n) => EventReader.Read(Json(Write(Samples[n], n).Entry), []).ShouldBeOfType(Samples[n].GetType());

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Say_nothing_that_was_typed_or_whose_account_it_is(int n)
    {
        var line = Encoding.UTF8.GetString(Write(Samples[n], n).Entry.Line.Span);
        foreach (var personal in new[] { "@alice", "alice", "Jardin", "Garden", "!a:example.org", "Park", "Café", "meet", "bike", "800", "abstain" }) line.ShouldNotContain(personal);
    }

    [Fact]
    public void Every_kind_is_among_them() => Samples.Select(happened => happened.GetType().Name).Distinct().Order()
        .ShouldBe(typeof(CollectiveEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CollectiveEvent)) && !type.IsAbstract).Select(type => type.Name).Order());

    [Fact]
    public void Every_word_for_a_closed_set_stays() => string.Join('\n', [Table(Words.Modes), Table(Words.Methods), Table(Words.Positions), Table(Words.Answers), Table(Words.Phases), Table(Words.Outcomes)])
        .ShouldBe(
            """
            Mode: Open=open Sealed=sealed Secret=secret
            Method: Single=single Approval=approval YesNo=yesno Schulze=schulze Consent=consent
            Position: For=for Against=against Abstain=abstain
            ConsentAnswer: Consent=consent Concern=concern Object=object StandAside=aside
            Phase: Support=support Discussion=discussion Frozen=frozen Voting=voting Closed=closed
            Outcome: Leading=leading Level=level NobodyVoted=nobody_voted Adopted=adopted Rejected=rejected TiedRejected=tied_rejected
            """);

    [Fact]
    public void One_of_an_unknown_kind_is_not_skipped() =>
        Should.Throw<FormatException>(() => EventReader.Read(new JsonObject { ["n"] = 0L, ["t"] = "amendment", ["v"] = 1L }, [])).Message.ShouldContain("newer version");

    private static string Table<T>(Words.Table<T> words)
        where T : struct, Enum =>
        $"{typeof(T).Name}: {string.Join(' ', Enum.GetValues<T>().Select(value => words[words[value]].Equals(value) ? $"{value}={words[value]}" : $"{value}?"))}";

    private static Encoded Write(CollectiveEvent happened, int n)
    {
        var text = MerkleTree.LeafHash("text"u8);
        var log = Enumerable.Range(0, n).Aggregate(Log.Empty, (before, i) => before with { Frontier = before.Frontier.Append(MerkleTree.LeafHash([(byte)i])) });
        return new EventWriter(Key).Write(happened, log with { Texts = log.Texts.Add(1, text).Add(2, text) }, Noon, new Counting(n));
    }

    private static IEnumerable<string> Lines(Encoded written) =>
        [Encoding.UTF8.GetString(written.Entry.Line.Span), .. written.Openings.Select(opening => Encoding.UTF8.GetString(opening.Write()))];

    private static JsonObject Json(Entry entry) => CanonicalJson.TryRead(entry.Line.Span, out var json, out var why) ? json : throw new FormatException(why);

    private static byte[] Bytes(int value, int count) => [.. Enumerable.Repeat((byte)value, count)];

    private static string Approved([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "EventsOnDisk.approved.jsonl");

    /// <summary>Salts that anybody can write down: a byte for the entry, a byte for the opening.</summary>
    private sealed class Counting(int n) : IDraw
    {
        private int drawn;

        byte[] IDraw.Bytes(int count) => [(byte)n, (byte)drawn++, .. Bytes(0, count - 2)];
    }
}
