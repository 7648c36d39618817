using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores.OnTheWay;

/// <summary>A proposal of Alice's among five members, on its way: each step takes it on to the next phase, as time and people do.</summary>
internal static class OnItsWay
{
    public const string Text = "We buy one for 800 € and keep it in the yard";

    public static readonly string[] Five = ["alice", "bob", "carol", "dave", "erin"];

    /// <summary>Five members, and rules that differ from those of the beginning.</summary>
    public static Gathering Together(params ReadOnlySpan<(string Key, string Word)> rules)
    {
        var gathering = new Gathering();
        gathering.Do("alice", new Found("Garden", "en", "Europe/Paris"));
        foreach (var name in Five) gathering.Do(name, new JoinCollective(AsObserver: false));
        foreach (var (key, word) in rules) gathering.Collective = gathering.Collective with { Rules = gathering.Collective.Rules.With(key, word) };
        return gathering;
    }

    public static Gathering Proposed(this Gathering gathering, Preset way = Preset.Standard, Mode? mode = null, string by = "alice")
    {
        gathering.Do(by, new Propose("Buy a cargo bike", Text, way, Mode: mode)).Refusal.ShouldBeNull();
        return gathering;
    }

    /// <summary>Supported by Bob and Carol as well, which is enough.</summary>
    public static Gathering Supported(this Gathering gathering, int number = 1)
    {
        foreach (var name in (string[])["bob", "carol"]) gathering.Do(name, new Support(new DecisionId(number))).Refusal.ShouldBeNull();
        return gathering;
    }

    /// <summary>Time passes, and what it brings happens.</summary>
    public static Gathering Pass(this Gathering gathering, double days = 0, double hours = 0)
    {
        gathering.Time += TimeSpan.FromHours((days * 24) + hours);
        gathering.Do("clock", new LetTimePass());
        return gathering;
    }

    /// <summary>Voting on a standard proposal has begun, eight days after it had its support.</summary>
    public static Gathering Voting(params ReadOnlySpan<(string Key, string Word)> rules) => Together(rules).Proposed().Supported().Pass(days: 8);

    public static Gathering Round(params ReadOnlySpan<(string Key, string Word)> rules) => Together(rules).Proposed(Preset.Consent).Supported().Pass(days: 2);

    public static Decision Decision(this Gathering gathering, int number = 1) => gathering.Collective.Decisions[new DecisionId(number)];

    public static ProposalPart Part(this Gathering gathering, int part) => gathering.Decision().Proposal!.Parts[part];

    public static PartId Numbered(int part) => new(new DecisionId(1), part);

    public static void Does(this Gathering gathering, string name, CollectiveCommand command) => gathering.Do(name, command).Refusal.ShouldBeNull();

    public static Refusal? IsRefused(this Gathering gathering, string name, CollectiveCommand command) => gathering.Do(name, command).Refusal;

    public static void Consents(this Gathering gathering, string name, ConsentAnswer answer = ConsentAnswer.Consent) =>
        gathering.Does(name, new CastBallot(new DecisionId(1), new Ballot.Consent(answer)));

    public static void Objects(this Gathering gathering, string name) => gathering.Does(name, new RaiseObjection(new DecisionId(1), "Safety", "Park it outside"));
}
