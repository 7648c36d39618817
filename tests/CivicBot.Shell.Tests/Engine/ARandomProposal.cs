using CsCheck;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>
/// The same promise for all that binds: proposals of every kind on their way through weeks, with delegations, juries and changes of rule, while people join and leave. However
/// often the process dies in between, the ledger and the messages are the same, and the audit never finds anything.
/// </summary>
public class ARandomProposal
{
    private static readonly string[] People = ["alice", "bob", "carol", "dave", "erin"];

    private static readonly Gen<string> Person = History.OneOf(People);

    private static readonly Gen<int> Number = Gen.Frequency((6, Gen.Const(1)), (3, Gen.Const(2)), (1, Gen.Const(3)));

    private static readonly Gen<string> Part = Gen.Select(Number, History.OneOf(1, 1, 1, 2, 2, 3)).Select((n, part) => $"{n}.{part}");

    private static readonly Gen<string> How = History.OneOf("", "", " mode:open", " topic:yard newtopic:yes");

    private static readonly Gen<string> Plain = Gen.OneOf(
        Gen.Select(Gen.Int[1, 9], How).Select((n, how) => $"/propose \"Idea {n}\" \"One two three four five {n}\"{how}"),
        History.OneOf("early_close to:on", "quiet_ending to:on", "quorum to:20%", "open_votes to:1", "delegation.window to:off", "pushes to:1", "mode to:open", "min_direct_voters to:1", "quiet_hours to:20-12", "consent.rounds to:1")
            .Select(rule => $"/propose rule:{rule} \"Why not\""));

    private static readonly Gen<string> Proposing = Gen.OneOf(
        Plain,
        Gen.Select(Gen.Int[1, 9], History.OneOf("urgent", "consent", "lazy")).Select((n, way) => $"/propose \"Idea {n}\" \"One two three four five {n}\" as:{way}"),
        Number.Select(n => $"/propose again:{n}"));

    private static readonly Gen<string> Text = Gen.OneOf(
        Number.Select(n => $"/support {n}"),
        Part.Select(part => $"/support {part}"),
        Number.Select(n => $"/unsupport {n}"),
        Gen.Select(Number, Gen.Int[1, 5]).Select((n, version) => $"/edit {n} \"Idea\" \"One two {version} four five\""),
        Gen.Select(Number, History.OneOf("must", "should", "must-not")).Select((n, degree) => $"/suggest {n} {degree} \"With lights\""),
        Gen.Select(Number, Gen.Int[1, 5]).Select((n, word) => $"/amend {n} \"One two three four {word}\""),
        Gen.Select(History.OneOf("accept", "reject", "fulfil", "reopen", "ask-vote", "abandon"), Part).Select((verb, part) => $"/{verb} {part}"),
        Gen.Select(Number, Gen.Int[1, 3]).Select((n, rival) => $"/rival {n} \"Other {rival}\" \"Something else {rival}\""),
        Part.Select(part => $"/rival {part}"),
        Gen.Select(Number, History.OneOf("for", "against")).Select((n, side) => $"/case {n} {side} \"Because\""),
        Number.Select(n => $"/abandon {n}"));

    private static readonly Gen<string> Answering = Gen.OneOf(
        Gen.Select(History.OneOf("accept", "reject", "fulfil"), Part).Select((verb, part) => $"/{verb} {part}"),
        Gen.Int[1, 5].Select(version => $"/edit 1 \"Idea\" \"One two {version} four five\""),
        Part.Select(part => $"/contest {part}"));

    private static readonly Gen<string> Voting = Gen.OneOf(
        Gen.Select(Number, History.OneOf("for", "for", "against", "abstain", "1", "2", "1, 2", "2, 1", "3 2 1")).Select((n, choice) => $"/vote {n} {choice}"),
        Gen.Select(Number, History.OneOf("for", "1, 2", "2, 1")).Select((n, choice) => $"/vote {n} {choice}"),
        Number.Select(n => $"/withdraw {n}"));

    private static readonly Gen<string> Consenting = Gen.OneOf(
        Gen.Select(Number, History.OneOf("", " \"But slowly\"")).Select((n, concern) => $"/consent {n}{concern}"),
        Number.Select(n => $"/stand-aside {n}"),
        Number.Select(n => $"/object {n} \"Safety\" \"Park it outside\""),
        Part.Select(part => $"/contest {part}"),
        Gen.Select(Part, History.OneOf("objection", "preference", "preference")).Select((part, verdict) => $"/judge {part} {verdict}"),
        Gen.Select(Part, History.OneOf("objection", "preference", "preference")).Select((part, verdict) => $"/judge {part} {verdict}"));

    private static readonly Gen<string> Deciding = Gen.OneOf(Voting, Voting, Consenting, Gen.Select(Part, History.OneOf("for", "against")).Select((part, choice) => $"/vote {part} {choice}"));

    private static readonly Gen<string> Entrusting = Gen.OneOf(
        Gen.Select(History.OneOf<string>([.. People, "nobody"]), History.OneOf("", " topic:yard newtopic:yes", " decision:1", " in-person", " until:9d")).Select((to, how) => $"/delegate @{to}{how}".Replace("@nobody", "nobody")),
        Gen.Select(History.OneOf("accept", "decline"), Person).Select((answer, who) => $"/delegations {answer} @{who}"),
        History.OneOf("/delegations open", "/delegations open topic:yard newtopic:yes", "/delegations closed", "/undelegate", "/undelegate everything", "/undelegate topic:yard"));

    private static readonly Gen<string> Living = Gen.OneOf(
        History.OneOf("/join", "/join", "/join observer", "/language fr", "/my", "/decisions", "/where 1", "/snooze 5d", "/snooze off", "/poll \"Else?\" Yes No closes:60h"),
        Person.Select(who => $"/vouch @{who}"),
        Gen.Select(Number, History.OneOf("\"Done it\" owner:@bob due:5d", "done", "abandoned", "\"Later\" review:3d")).Select((n, what) => $"/outcome {n} {what}"),
        Gen.Select(Number, History.OneOf("done", "not-helped", "not")).Select((n, answer) => $"/followup {n} {answer}"));

    private static readonly Gen<Happening> Leaving = Person.Select(who => (Happening)new Happening.Leaves(who));

    /// <summary>Anything at any time; most of it is refused.</summary>
    private static readonly Gen<Happening> Wild = Gen.Frequency(
        (2, Says(Proposing)), (6, Says(Text)), (7, Says(Deciding)), (4, Says(Entrusting)), (2, Says(Living)), (1, Leaving), (5, Waiting(1, 72)), (1, Waiting(24, 220)),
        (1, Gen.Int[1, 200].Select(hours => (Happening)new Happening.Sleeps(TimeSpan.FromHours(hours)))));

    private static readonly Gen<Happening[]> Votes = Gen.Frequency((8, Says(Voting)), (2, Says(Entrusting)), (1, Says(Living)), (1, Leaving), (2, Waiting(1, 30))).Array[4, 16];

    private static readonly Gen<Happening[]> Rounds = Gen.Frequency((8, Says(Consenting)), (1, Says(Living)), (1, Waiting(1, 30))).Array[5, 20];

    private static readonly Gen<Happening[]> Afterwards = Gen.Frequency((3, Says(Living)), (1, Says(Proposing)), (2, Waiting(12, 240)), (1, Waiting(2_100, 2_300))).Array[0, 8];

    /// <summary>A text is worked on, voted on, and looked at again.</summary>
    private static readonly Gen<Happening[]> Standard = Staged(Plain, 190, 90, author =>
        Gen.OneOf(Amending(author), Gen.Frequency((6, Says(Text)), (2, By(author, Answering)), (2, Says(Gen.Select(Part, History.OneOf("for", "against")).Select((part, choice) => $"/vote {part} {choice}"))), (2, Says(Entrusting)), (2, Waiting(1, 30)), (1, Waiting(70, 80)))
            .Array[0, 14]), _ => Votes);

    /// <summary>Objections, juries, new versions and further rounds.</summary>
    private static readonly Gen<Happening[]> Consent = Staged(Gen.Const("/propose \"Idea\" \"One two three\" as:consent"), 48, 72, author => Gen.Frequency((3, Says(Text)), (1, By(author, Answering))).Array[0, 3],
        author => Gen.Select(Gen.OneOf(Rounds, Judging(author)), Gen.Frequency((3, By(author, Answering)), (3, Says(Consenting)), (2, Waiting(10, 40))).Array[0, 8]).Select((one, other) => (Happening[])[.. one, .. other]));

    /// <summary>By a rule that was changed before: a vote closes as soon as it is decided, or later if the end turns it.</summary>
    private static readonly Gen<Happening[]> Turning = Gen.Select(Person, History.OneOf("early_close to:on", "quiet_ending to:on"), How,
        Gen.Frequency((8, Says(History.OneOf("for", "for", "for", "against").Select(choice => $"/vote 2 {choice}"))), (2, Says(Gen.Const("/withdraw 2"))), (1, Waiting(1, 2))).Array[6, 20], History.OneOf(0, 60, 143, 167)).Select((author, rule, how, votes, hours) =>
        (Happening[])
        [
            new Happening.Says(author, $"/propose rule:{rule} \"Why not\""), new Happening.Waits(TimeSpan.FromDays(8)), new Happening.Says(author, "/vote 1 for"), new Happening.Waits(TimeSpan.FromDays(7)),
            new Happening.Says(author, $"/propose \"Idea\" \"One two three\"{how}"), .. People.Select(Join), new Happening.Waits(TimeSpan.FromDays(8)),
            .. votes[..(votes.Length / 2)], new Happening.Waits(TimeSpan.FromHours(hours)), .. votes[(votes.Length / 2)..], new Happening.Waits(TimeSpan.FromMinutes(50)), .. votes,
        ]);

    private static readonly Gen<Happening[]> Histories = Gen.Frequency(
        (1, Gen.Select(Gen.Shuffle(People), Proposing, Gen.Int[0, 4], Wild.Array[10, 50]).Select((people, first, joined, steps) => Begun(people, first, joined, steps))),
        (2, Standard),
        (2, Consent),
        (1, Turning));

    [Fact]
    public void Ends_the_same_however_often_things_are_delivered_and_the_process_is_killed() =>
        Gen.Select(Histories, History.Troubles).Sample((history, troubles) => History.EndsTheSame(history, troubles, TimeSpan.FromDays(40)),
            iter: int.Parse(Environment.GetEnvironmentVariable("CIVICBOT_HISTORIES") ?? "24", System.Globalization.CultureInfo.InvariantCulture), threads: 1, print: played => History.Script(played.Item1, played.Item2));

    /// <summary>Whoever proposes alone needs nobody’s support; else others must.</summary>
    private static Happening[] Begun(string[] people, string first, int joined, Happening[] then) =>
        [.. people[1..(joined + 1)].Select(Join), new Happening.Says(people[0], first), .. people[(joined + 1)..].Select(Join), .. then];

    /// <param name="toTheVote">So many hours of talk.</param>
    /// <param name="voting">So many hours between two times of voting.</param>
    private static Gen<Happening[]> Staged(Gen<string> proposing, int toTheVote, int voting, Func<string, Gen<Happening[]>> talk, Func<string, Gen<Happening[]>> decide) =>
        Gen.Select(Gen.Shuffle(People), proposing, History.OneOf(0, 0, 0, 2)).SelectMany((people, first, joined) =>
            Gen.Select(talk(people[0]), decide(people[0]), decide(people[0]), decide(people[0]), Afterwards).Select((talked, one, two, three, after) => Begun(people, first, joined,
            [
                .. talked, new Happening.Waits(TimeSpan.FromHours(toTheVote)),
                .. one, new Happening.Waits(TimeSpan.FromHours(voting)), .. two, new Happening.Waits(TimeSpan.FromHours(voting)), .. three, new Happening.Waits(TimeSpan.FromDays(20)), .. after,
            ])));

    /// <summary>Others offer versions of the text; its author takes one, turns it down, or leaves it to those who stand by it.</summary>
    private static Gen<Happening[]> Amending(string author) => Gen.Select(Gen.Select(Person, Gen.Int[1, 5], History.OneOf(1, 2, 4)).Array[2, 4], Gen.Int[0, 80], By(author, Answering), Says(Text).Array[0, 4], History.OneOf("for", "for", "against").Array[5])
        .Select((offers, hours, answer, more, votes) =>
            (Happening[])
            [
                .. offers.Select(offer => new Happening.Says(offer.Item1, $"/amend 1 \"{string.Join(' ', "One two three four five 1".Split(' ').Select((word, i) => i == offer.Item3 ? $"{offer.Item2}" : word))}\"")),
                .. People.Select(who => new Happening.Says(who, "/support 1")), new Happening.Waits(TimeSpan.FromHours(hours)), answer, .. more,
                .. People.Select(who => new Happening.Says(who, "/ask-vote 1.2")), .. People.Select((who, i) => new Happening.Says(who, $"/vote 1.2 {votes[i]}")),
            ]);

    /// <summary>Somebody objects, it is contested, and whoever was drawn judges.</summary>
    private static Gen<Happening[]> Judging(string author) => Gen.Select(Person, Part, Gen.Int[1, 20], Gen.Select(Gen.Shuffle(People), History.OneOf("objection", "preference").Array[5])).Select((objector, part, hours, judges) =>
        (Happening[])
        [
            new Happening.Says(objector, "/object 1 \"Safety\" \"Park it outside\""), new Happening.Says(author, $"/contest {part}"), new Happening.Waits(TimeSpan.FromHours(hours)),
            .. judges.Item1.Select((who, i) => new Happening.Says(who, $"/judge {part} {judges.Item2[i]}")),
        ]);

    private static Gen<Happening> Waiting(int least, int most) => Gen.Int[least, most].Select(hours => (Happening)new Happening.Waits(TimeSpan.FromHours(hours)));

    private static Gen<Happening> By(string who, Gen<string> line) => line.Select(said => (Happening)new Happening.Says(who, said));

    private static Gen<Happening> Says(Gen<string> line) => Gen.Select(Person, line).Select((who, said) => (Happening)new Happening.Says(who, said));

    private static Happening Join(string who) => new Happening.Says(who, "/join");
}
