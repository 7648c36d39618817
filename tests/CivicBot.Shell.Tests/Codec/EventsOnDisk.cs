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
        new DecisionEdited(One, Alice, "Where shall we meet?", null, ["Park", "Café", "Online"], [new PhasePlan(Phase.Voting, Noon.AddHours(3))]) { At = Noon },
        new BallotCast(One, Bob, new Ballot.Chosen(3, 1), Noon),
        new BallotCast(Two, Bob, new Ballot.Stance(Position.Abstain), Noon),
        new BallotWithdrawn(One, Bob, Noon),
        new VotingClosed(One, Alice, Noon.AddHours(1)),
        new VotingClosed(Two, By: null, Noon.AddDays(2)),
        new ResultStored(One, new Result(Method.Approval, 2, [1, 0, 2], [3], Outcome.Leading, Noon.AddHours(1))),
        new ResultStored(Two, new Result(Method.YesNo, 1, [0, 0, 1], [], Outcome.Rejected, Noon.AddDays(2))),
        new AdminActed(Alice, "found", "Garden", "en", "Europe/London"),
        new AdminActed(By: null, "found", null, null, null),
        Opened with { Id = new DecisionId(3) },
        new DecisionEdited(Two, Bob, "Two bikes", "1600 €", [], [new PhasePlan(Phase.Discussion, Noon.AddDays(9))]) { Topic = 1, At = Noon.AddMinutes(-1) },
        new BallotCast(Two, Bob, new Ballot.Consent(ConsentAnswer.Concern, "the lock"), Noon),
        new BallotCast(Two, Bob, new Ballot.Ranked([[2], [1, 3]]), Noon),
        new RoleTaken(Bob, true, Noon),
        new MemberLeft(Bob, Noon),
        new Vouched(Alice, Bob, Noon),
        new TopicNamed(1, "housing", Alice),
        new RuleChanged("quorum", "participation 3/10", "participation 1/5", Two),
        new PhaseEntered(Two, Phase.Voting, Noon.AddDays(-1), Noon.AddDays(6), Method.Schulze, 0, [0, 3]),
        new PhaseEntered(Two, Phase.Discussion, Noon, Noon.AddDays(7), Method.Consent, 1, []),
        new PhaseMoved(Two, Noon.AddDays(8), MoveReason.LateVersion),
        new RollFixed(Two, 1, 1, [Alice, Bob]),
        new RoutesFixed(Two, Noon.AddDays(-1)),
        new EarlyCloseSet(Two, Noon.AddHours(1)),
        new EarlyCloseSet(Two, null),
        new DecisionEnded(Two, Bob, Outcome.Withdrawn, Reason.ByItsAuthor, Noon),
        new DecisionEnded(Two, null, Outcome.ExpiredUnsupported, Reason.TooFewSupporters, Noon.AddDays(-1)),
        new PresetChanged(Two, Preset.Consent),
        new DrawAwaited(Two, null, [1, 2], Noon),
        new DrawAwaited(Two, 4, [], Noon),
        new LotDrawn(Two, null, "drand 4711 9c41", new string('a', 64), [2, 1], Noon),
        new LotDrawn(Two, 4, "drand 4711 9c41", new string('b', 64), [1, 0], Noon),
        new Supported(new PartId(Two, 0), Alice, 2, Noon),
        new Supported(new PartId(Two, 3), Alice, 2, Noon),
        new Unsupported(new PartId(Two, 0), Alice, Noon),
        new SuggestionMade(new PartId(Two, 1), Alice, Degree.MustNot, "be pink", Noon),
        new AmendmentMade(new PartId(Two, 2), Alice, 1, "900 €", Noon),
        new AmendmentRebased(new PartId(Two, 2), 2, "950 €", Noon.AddDays(-1)),
        new RivalEntered(new PartId(Two, 3), Alice, "A handcart", "200 €", 2, Noon),
        new RivalEntered(new PartId(Two, 3), Alice, "A handcart", null, null, Noon),
        new PartSettled(new PartId(Two, 2), PartState.Rejected, Bob, Noon),
        new PartSettled(new PartId(Two, 2), PartState.Superseded, null, Noon.AddDays(-1)),
        new PartVoteBegan(new PartId(Two, 2), Alice, Noon, Noon.AddHours(48)),
        new PartBallotCast(new PartId(Two, 2), Alice, Position.Abstain, Noon),
        new CaseMade(Two, Side.Against, Alice, "too dear", Noon),
        new ObjectionMade(new PartId(Two, 4), Alice, 1, "money", "a loan", Noon),
        new Contested(new PartId(Two, 4), Bob, true, Noon),
        new Judged(new PartId(Two, 4), Bob, Verdict.Preference, Noon),
        new OutcomeStated(Two, Bob, "bought", Alice, Noon.AddDays(9), Noon.AddDays(90), Progress.Done, Noon),
        new OutcomeStated(Two, Bob, null, null, null, null, null, Noon),
        new FollowedUp(Two, Alice, FollowUp.NotHelped, Noon),
        new ReviewPassed(Two, Noon.AddDays(-1)),
        new DelegationMade(Alice, Scope.OfTopic(1), Bob, Noon.AddDays(180), true, false, Noon),
        new DelegationMade(Alice, Scope.OfDecision(Two), null, Noon.AddDays(365), false, true, Noon),
        new DelegationRenewed(Alice, Scope.Everything, Noon.AddDays(180), Noon),
        new OfferAnswered(Bob, Alice, Scope.Everything, true, Noon),
        new DelegationEnded(Alice, Scope.OfTopic(1), Bob, Noon),
        new OpenedToDelegations(Bob, Scope.OfTopic(1), true, Noon),
        new ResultStored(Two, new Result(Method.Schulze, 3, [2, 1, 1], [1], Outcome.Adopted, Noon.AddDays(2))
        {
            Reason = Reason.Counted, Roll = 8, Represented = 1, Lost = [new Lost(RouteEnd.NoBallot, 3), new Lost(RouteEnd.Cycle, 1)], Silent = 2, Left = 1, Pair = new Pair(3, 1, 0), Tie = TieStep.Lot,
            Lot = new DrawnLot("drand 4711 9c41", new string('a', 64), [2, 1]),
        }),
        new LinkAsked(Alice, new AccountId("telegram:4711"), "alice", Noon),
        new AccountLinked(Alice, new AccountId("telegram:4711"), Bob, Bob, Noon),
        new AccountLinked(Alice, new AccountId("telegram:4711"), null, Alice, Noon),
        new AccountUnlinked(Alice, new AccountId("telegram:4711"), Noon),
        new RoomUnlinked(1, Alice),
    ];

    private static DecisionOpened Opened => new(Two, "proposal", Bob, 1, "A bike", "800 €", [], Method.YesNo, Mode.Sealed, 1, [new PhasePlan(Phase.Support, Noon.AddDays(14))],
        new DecisionRule(true, false), Noon)
    {
        Proposal = new Proposal(Preset.Standard, Rules.Default, 3)
        {
            Topic = 1, Changes = new RuleChange("quorum", "participation 3/10", "participation 1/5"), Review = TimeSpan.FromDays(90), TextSince = Noon,
        },
    };

    /// <summary>What the entries before amount to.</summary>
    private static readonly Collective State = Collective.Empty.Apply(new MemberJoined(Alice, null, null, Noon), new MemberJoined(Bob, null, null, Noon), Opened);

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
            EventReader.Read(entry, openings, State).ShouldBe(Samples[n]);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Are_read_back_as_what_happened(int n)
    {
        var (entry, openings) = Write(Samples[n], n);
        EventReader.Read(Json(entry), openings, State).ShouldBe(Samples[n]);
    }

    /// <summary>Erasing takes the content and leaves the rest: a ledger without its openings is still read.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Are_read_without_what_was_erased(int n) => EventReader.Read(Json(Write(Samples[n], n).Entry), [], State).ShouldBeOfType(Samples[n].GetType());

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
    public void Every_word_for_a_closed_set_stays() => string.Join('\n', [Table(Words.Modes), Table(Words.Methods), Table(Words.Positions), Table(Words.Answers), Table(Words.Phases), Table(Words.Outcomes),
            Table(ProposalWords.Presets), Table(ProposalWords.Degrees), Table(ProposalWords.States), Table(ProposalWords.Sides), Table(ProposalWords.Verdicts), Table(ProposalWords.Progresses),
            Table(ProposalWords.FollowUps), Table(ProposalWords.Moves), Table(ProposalWords.Reasons), Table(ProposalWords.Reaches), Table(ProposalWords.Ties)])
        .ShouldBe(
            """
            Mode: Open=open Sealed=sealed Secret=secret
            Method: Single=single Approval=approval YesNo=yesno Schulze=schulze Consent=consent
            Position: For=for Against=against Abstain=abstain
            ConsentAnswer: Consent=consent Concern=concern Object=object StandAside=aside
            Phase: Support=support Discussion=discussion Frozen=frozen Voting=voting Tallying=tallying Closed=closed
            Outcome: Leading=leading Level=level NobodyVoted=nobody_voted Adopted=adopted Rejected=rejected TiedRejected=tied_rejected NoQuorum=no_quorum BlockedByObjection=blocked_by_objection ExpiredUnsupported=expired_unsupported Withdrawn=withdrawn Superseded=superseded
            Preset: Standard=standard Urgent=urgent Consent=consent Lazy=lazy
            Degree: Must=must Should=should ShouldNot=should_not MustNot=must_not
            PartState: Open=open Accepted=accepted Rejected=rejected Withdrawn=withdrawn Superseded=superseded Conflicting=conflicting Concern=concern
            Side: For=for Against=against
            Verdict: Objection=objection Preference=preference
            Progress: InProgress=in_progress Done=done Abandoned=abandoned Sunset=sunset
            FollowUp: Done=done NotHelped=not_helped NotDone=not_done
            MoveReason: LateVersion=late_version SupportLacking=support_lacking LeadChanged=lead_changed NewVersion=new_version
            Reason: Counted=counted TooFewTookPart=too_few_took_part TooFewFor=too_few_for TooFewDirect=too_few_direct TooFewAnswers=too_few_answers ObjectionsStand=objections_stand NoNewVersion=no_new_version TooFewSupporters=too_few_supporters SupportersLeft=supporters_left ByItsAuthor=by_its_author RuleIsAnother=rule_is_another NobodyObjected=nobody_objected
            Reach: Everything=all Topic=topic Decision=decision
            TieStep: None=none FewerLowest=fewer_lowest Lot=lot
            """);

    [Fact]
    public void One_of_an_unknown_kind_is_not_skipped() =>
        Should.Throw<FormatException>(() => EventReader.Read(new JsonObject { ["n"] = 0L, ["t"] = "astrology", ["ts"] = "2026-11-23T12:00:00Z", ["v"] = 1L }, [], State)).Message.ShouldContain("newer version");

    private static string Table<T>(Words.Table<T> words)
        where T : struct, Enum =>
        $"{typeof(T).Name}: {string.Join(' ', Enum.GetValues<T>().Select(value => words[words[value]].Equals(value) ? $"{value}={words[value]}" : $"{value}?"))}";

    private static Encoded Write(CollectiveEvent happened, int n)
    {
        var text = MerkleTree.LeafHash("text"u8);
        var log = Enumerable.Range(0, n).Aggregate(Log.Empty, (before, i) => before with { Frontier = before.Frontier.Append(MerkleTree.LeafHash([(byte)i])) });
        return new EventWriter(Key).Write(happened, new Fold(State, log with { Texts = log.Texts.Add(1, text).Add(2, text) }), Noon, new Counting(n));
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
