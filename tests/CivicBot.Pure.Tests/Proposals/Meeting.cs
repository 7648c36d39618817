using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Proposals;

/// <summary>Seven members in a room who propose, discuss and vote by the core's own commands, and read what that looks like.</summary>
internal sealed class Meeting
{
    public const string Bike = "We buy a cargo bike for 800 €.\nIt stands in the yard, and whoever needs it writes into the list.";

    public static readonly string[] People = ["alice", "bob", "carol", "dan", "eve", "fay", "gil"];

    public Meeting(string language = "en", params (string Key, string Value)[] rules)
    {
        Scene = new Scene(language);
        foreach (var (key, value) in rules) Scene.Collective = Scene.Collective with { Rules = Scene.Collective.Rules.With(key, value) };
        foreach (var name in People.Skip(1)) Do(name, new JoinCollective(AsObserver: false));
    }

    public Scene Scene { get; }

    public DecisionId Id { get; set; } = new(1);

    public Decision Decision => Scene.Collective.Decisions[Id];

    public static MemberId Member(string name) => new(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name)));

    /// <summary>A meeting before which a proposal lies.</summary>
    public static Meeting About(Propose proposal, string language = "en", params (string Key, string Value)[] rules) => new Meeting(language, rules).Do("alice", proposal);

    public static Meeting AboutABike(string language = "en", params (string Key, string Value)[] rules) => About(new Propose("Buy a cargo bike (800 €)", Bike), language, rules);

    public Meeting Do(string name, CollectiveCommand command)
    {
        var ruling = command.Decide(Scene.Collective, Scene.By(name));
        ruling.Refusal.ShouldBeNull($"{name}: {command}");
        Scene.Collective = Scene.Collective.Apply(ruling.Events);
        return this;
    }

    public Meeting Wait(TimeSpan time)
    {
        Scene.Now += time;
        Scene.Collective = Scene.Collective.Apply(Elapse.Until(Scene.Now, Scene.Collective));
        return this;
    }

    public Meeting Days(int days) => Wait(TimeSpan.FromDays(days));

    public Meeting Hours(int hours) => Wait(TimeSpan.FromHours(hours));

    /// <summary>Bob and Carol support it, beside whoever proposed.</summary>
    public Meeting Supported() => Do("bob", new Support(Id)).Do("carol", new Support(Id));

    /// <summary>It comes to the vote: a week of discussion, a day of rest.</summary>
    public Meeting AtTheVote() => Supported().Days(8);

    public Meeting Vote(string name, Position position) => Do(name, new CastBallot(Id, new Ballot.Stance(position)));

    public Meeting All(Position position) => People.Aggregate(this, (meeting, name) => meeting.Vote(name, position));

    public Meeting Vote(string name, params int[] ranking) => Do(name, new CastBallot(Id, Ballot.Ranked.Of(Decision.Options.Count, ranking.Select(option => (Values<int>)[option]))));

    public Meeting Answer(string name, ConsentAnswer answer, string? concern = null) => Do(name, new CastBallot(Id, new Ballot.Consent(answer, concern)));

    public Meeting Delegate(string name, string to) =>
        Do(name, new DelegateVote(Member(to), null, false, null, null, false)).Do(to, new AnswerOffer(Member(name), true));

    /// <summary>The ledger's hashes, which whoever folds entries puts there.</summary>
    public Meeting Stamped()
    {
        Scene.Collective = Scene.Collective.With(Decision with { Stamps = new Stamps("9c41" + new string('0', 60), Decision.Roll is null ? null : "51ab" + new string('0', 60)) });
        return this;
    }

    public string Card() => Scene.Card(Id.Number);

    public string Result() => Scene.Result(Id.Number);

    public string Told(Told told, string? reader = null) =>
        new CivicBot.Proposals.ProposalsPlugin().Tell(told, Scene.View(reader), Scene.Language) is { } document ? Scene.Text(document) : "";
}
