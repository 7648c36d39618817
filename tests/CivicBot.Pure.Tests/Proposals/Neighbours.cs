using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;

namespace CivicBot.Pure.Tests.Proposing;

/// <summary>Alice, Bob, Carol, Dave and Erin, who are members, and proposals of Alice on their way. Three of them are support enough.</summary>
internal static class Neighbours
{
    public static Scene Gathered(string language = "en")
    {
        var scene = new Scene(language);
        foreach (var name in (string[])["bob", "carol", "dave", "erin"]) Happen(scene, name, new JoinCollective(AsObserver: false));
        return scene;
    }

    /// <summary>Proposal 1, which looks for support.</summary>
    public static Scene Proposed(string language = "en", Preset way = Preset.Standard, string text = "For 800 €, kept in the yard")
    {
        var scene = Gathered(language);
        Happen(scene, "alice", new Propose("Buy a cargo bike", text, way));
        return scene;
    }

    public static Scene Discussed(string language = "en", Preset way = Preset.Standard)
    {
        var scene = Proposed(language, way);
        Happen(scene, "bob", new Support(new DecisionId(1)));
        Happen(scene, "carol", new Support(new DecisionId(1)));
        return scene;
    }

    public static Scene Rests(string language = "en")
    {
        var scene = Discussed(language);
        Later(scene, TimeSpan.FromDays(7));
        return scene;
    }

    public static Scene Voted(string language = "en")
    {
        var scene = Rests(language);
        Later(scene, TimeSpan.FromDays(1));
        return scene;
    }

    /// <summary>The first round of a proposal that looks for consent.</summary>
    public static Scene Consulted(string language = "en")
    {
        var scene = Discussed(language, Preset.Consent);
        Later(scene, TimeSpan.FromDays(2));
        return scene;
    }

    public static Scene Adopted(string language = "en")
    {
        var scene = Voted(language);
        foreach (var name in (string[])["alice", "bob", "carol"]) scene.Vote(name, "for");
        Later(scene, TimeSpan.FromDays(7));
        return scene;
    }

    public static void Later(Scene scene, TimeSpan passes)
    {
        scene.Now += passes;
        Happen(scene, "clock", new LetTimePass());
    }

    public static void Happen(Scene scene, string name, CollectiveCommand command)
    {
        var ruling = command.Decide(scene.Collective, scene.By(name));
        ruling.Refusal.ShouldBeNull();
        scene.Collective = scene.Collective.Apply(ruling.Events);
    }

    public static Decision Proposal(this Scene scene) => scene.Collective.Decisions[new DecisionId(1)];

    /// <summary>Somebody types a command about proposal 1, or a part of it, with what follows by key.</summary>
    public static string Says(this Scene scene, string name, string command, params (string Key, string Value)[] arguments) =>
        Plain(scene.Do(name, command, [.. arguments.Select(argument => (argument.Key, new[] { argument.Value }))]));

    public static string Says(this Scene scene, string name, string command, string about, params (string Key, string Value)[] arguments)
    {
        var first = Scene.All.Single(known => known.Description.Name.En == command).Description.Parameters[0].Key;
        return scene.Says(name, command, [(first, about), .. arguments]);
    }

    public static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
