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

    private static readonly Gen<string> Part = Gen.Select(Number, Gen.Int[1, 3]).Select((n, part) => $"{n}.{part}");

    private static readonly Gen<string> Proposing = Gen.OneOf(
        Gen.Select(Gen.Int[1, 9], History.OneOf("", "", " as:urgent", " as:consent", " as:lazy"), History.OneOf("", " mode:open", " topic:yard newtopic:yes"))
            .Select((n, way, how) => $"/propose \"Idea {n}\" \"One two three four five {n}\"{way}{how}"),
        History.OneOf("early_close to:on", "quiet_ending to:on", "quorum to:20%", "open_votes to:1", "delegation.window to:off", "pushes to:1", "mode to:open", "min_direct_voters to:1", "quiet_hours to:20-12", "consent.rounds to:1")
            .Select(rule => $"/propose rule:{rule} \"Why not\""),
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

    private static readonly Gen<string> Deciding = Gen.OneOf(
        Gen.Select(Number, History.OneOf("for", "for", "against", "abstain", "1", "2", "2, 1", "3 2 1")).Select((n, choice) => $"/vote {n} {choice}"),
        Gen.Select(Part, History.OneOf("for", "against")).Select((part, choice) => $"/vote {part} {choice}"),
        Number.Select(n => $"/withdraw {n}"),
        Gen.Select(Number, History.OneOf("", " \"But slowly\"")).Select((n, concern) => $"/consent {n}{concern}"),
        Number.Select(n => $"/stand-aside {n}"),
        Number.Select(n => $"/object {n} \"Safety\" \"Park it outside\""),
        Part.Select(part => $"/contest {part}"),
        Gen.Select(Part, History.OneOf("objection", "preference")).Select((part, verdict) => $"/judge {part} {verdict}"));

    private static readonly Gen<string> Entrusting = Gen.OneOf(
        Gen.Select(History.OneOf([.. People, "nobody"]), History.OneOf("", " topic:yard newtopic:yes", " decision:1", " in-person", " until:9d")).Select((to, how) => $"/delegate @{to}{how}".Replace("@nobody", "nobody")),
        Gen.Select(History.OneOf("accept", "decline"), Person).Select((answer, who) => $"/delegations {answer} @{who}"),
        History.OneOf("/delegations open", "/delegations open topic:yard newtopic:yes", "/delegations closed", "/undelegate", "/undelegate everything", "/undelegate topic:yard"));

    private static readonly Gen<string> Living = Gen.OneOf(
        History.OneOf("/join", "/join", "/join observer", "/language fr", "/my", "/decisions", "/where 1", "/snooze 5d", "/snooze off", "/poll \"Else?\" Yes No closes:60h"),
        Person.Select(who => $"/vouch @{who}"),
        Gen.Select(Number, History.OneOf("\"Done it\" owner:@bob due:5d", "done", "abandoned", "\"Later\" review:3d")).Select((n, what) => $"/outcome {n} {what}"),
        Gen.Select(Number, History.OneOf("done", "not-helped", "not")).Select((n, answer) => $"/followup {n} {answer}"));

    private static readonly Gen<Happening> Steps = Gen.Frequency(
        (2, Says(Proposing)),
        (6, Says(Text)),
        (7, Says(Deciding)),
        (4, Says(Entrusting)),
        (2, Says(Living)),
        (1, Person.Select(who => (Happening)new Happening.Leaves(who))),
        (5, Gen.Int[1, 72].Select(hours => (Happening)new Happening.Waits(TimeSpan.FromHours(hours)))),
        (1, Gen.Int[1, 9].Select(days => (Happening)new Happening.Waits(TimeSpan.FromDays(days)))),
        (1, Gen.Int[1, 200].Select(hours => (Happening)new Happening.Sleeps(TimeSpan.FromHours(hours)))));

    /// <summary>Whoever proposes alone needs nobody’s support; else two more do.</summary>
    private static readonly Gen<Happening[]> Histories = Gen.Select(Gen.Shuffle(People), Proposing, Gen.Int[0, 4], Steps.Array[10, 60]).Select((people, first, joined, steps) =>
        (Happening[])[.. people[..joined].Select(Join), new Happening.Says(people[0], first), .. people[joined..].Select(Join), .. steps]);

    [Fact]
    public void Ends_the_same_however_often_things_are_delivered_and_the_process_is_killed() =>
        Gen.Select(Histories, History.Troubles).Sample((history, troubles) => History.EndsTheSame(history, troubles, TimeSpan.FromDays(40)),
            iter: int.Parse(Environment.GetEnvironmentVariable("CIVICBOT_HISTORIES") ?? "30", System.Globalization.CultureInfo.InvariantCulture), threads: 1, print: played => History.Script(played.Item1, played.Item2));

    private static Gen<Happening> Says(Gen<string> line) => Gen.Select(Person, line).Select((who, said) => (Happening)new Happening.Says(who, said));

    private static Happening Join(string who) => new Happening.Says(who, "/join");
}
