using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Delegating;

/// <summary>Members of the garden who trust each other, and a proposal of Alice's that they vote on.</summary>
internal sealed class Trust
{
    public Trust(string language, params string[] people)
    {
        Scene = new Scene(language);
        foreach (var person in people) Scene.Ask(person, new JoinCollective(false)).Refusal.ShouldBeNull();
    }

    public Scene Scene { get; }

    public static MemberId Id(string name) => new(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name)));

    /// <summary>Who is there takes voices without being asked.</summary>
    public Trust Open(params string[] people)
    {
        foreach (var person in people) Scene.Ask(person, new OpenToDelegations(null, false, true)).Refusal.ShouldBeNull();
        return this;
    }

    /// <summary><c>ana → bo</c>, in the order given; whoever is trusted takes it.</summary>
    public Trust Entrust(params (string From, string To)[] edges)
    {
        foreach (var (from, to) in edges) Entrust(from, to);
        return this;
    }

    public Trust Entrust(string from, string? to, string? topic = null, bool inPerson = false)
    {
        if (to is not null) Open(to);
        Scene.Ask(from, new DelegateVote(to is null ? null : Id(to), topic, NewTopic: true, null, null, inPerson)).Refusal.ShouldBeNull();
        return this;
    }

    public Trust Observes(string name)
    {
        Scene.Ask(name, new JoinCollective(true)).Refusal.ShouldBeNull();
        return this;
    }

    /// <summary>Alice proposes, and it finds its support.</summary>
    public Trust Proposed(string? topic = null, Mode? mode = null, Preset preset = Preset.Standard)
    {
        Scene.Ask("alice", new Propose("A bike", null, preset, topic, NewTopic: true, mode)).Refusal.ShouldBeNull();
        return this;
    }

    /// <summary>Voting has opened: a week, with a window on its last day.</summary>
    public Trust Voting(string? topic = null, Mode? mode = null)
    {
        Proposed(topic, mode);
        var decision = Scene.Collective.Decisions.Values.Last().Id;
        foreach (var id in Scene.Collective.Roster)
        {
            var member = Scene.Collective.Members[id];
            if (!member.IsObserver) Scene.Ask(member.Name!, new Support(decision));
        }
        for (var day = 0; day < 30 && Scene.Collective.Decisions[decision].Phase is not Phase.Voting; day++) Scene.Wait(TimeSpan.FromDays(1));
        Scene.Collective.Decisions[decision].Phase.ShouldBe(Phase.Voting);
        return this;
    }

    public Trust Votes(string name, Position position = Position.For, int decision = 1)
    {
        Scene.Ask(name, new CastBallot(new DecisionId(decision), new Ballot.Stance(position))).Refusal.ShouldBeNull();
        return this;
    }

    /// <summary>The last day has begun, in which votes count for others as they stood.</summary>
    public Trust Fixed(int decision = 1)
    {
        Scene.Wait(Scene.Collective.Decisions[new DecisionId(decision)].WindowBegins!.Value - Scene.Now);
        return this;
    }

    public Trust Closed(int decision = 1)
    {
        Scene.Wait(Scene.Collective.Decisions[new DecisionId(decision)].ClosesAt - Scene.Now);
        return this;
    }

    public string Where(string name, int decision = 1) => Plain(Scene.Do(name, "where-is-my-vote", ("number", [$"{decision}"])));

    public string Do(string name, string command, params (string Key, string[] Values)[] arguments) => Plain(Scene.Do(name, command, arguments));

    public string Tell(string name, Told told) => Plain(Scene.Tell(name, told));

    /// <summary>With ordinary spaces, and whatever word the kind has.</summary>
    public static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ')
        .Replace("Decision 1", "Proposal 1", StringComparison.Ordinal).Replace("decision 1 ", "proposal 1 ", StringComparison.Ordinal)
        .Replace("Décision 1", "Proposition 1", StringComparison.Ordinal).Replace("la décision 1", "la proposition 1", StringComparison.Ordinal);
}
