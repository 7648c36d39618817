using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Sdk;

public class Refusing
{
    private static readonly DecisionId One = new(1);

    /// <summary>One of each, by reflection: whatever case is added to the core is demanded here.</summary>
    public static TheoryData<string> Cases => [.. typeof(Refusal).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Refusal))).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_something_to_type_in_every_language(string name)
    {
        var type = typeof(Refusal).GetNestedType(name)!;
        foreach (var language in Localized.Languages)
        {
            var document = RefusalTexts.Of(Made(type), Running(language).View("alice"), new Asked { Command = "poll", Arguments = new Dictionary<string, IReadOnlyList<string>>(), Language = language });
            var known = new Scene().Commands.Select(command => command.Name.In(language)).ToList();
            var lines = document.Parts.SelectMany(part => part switch
            {
                Part.Text text => text.Line.Pieces.OfType<Inline.Command>().Select(command => command.Line),
                Part.InPrivate there => [there.Line],
                _ => [],
            }).ToList();
            lines.ShouldNotBeEmpty();
            foreach (var line in lines) known.ShouldContain(line.Split(' ')[0], line);
        }
    }

    [Theory]
    [InlineData("en", "Poll 1 has no option “Beach”. It offers Park, Café, Online. Type /vote 1 Park, for instance.")]
    [InlineData("fr", "Le sondage 1 n’a pas d’option « Beach ». Au choix : Park, Café, Online. Écrivez par exemple : /voter 1 Park")]
    public void No_such_option_names_those_there_are(string language, string said) => Said(Running(language).Vote("bob", "Beach")).ShouldBe(said);

    [Theory]
    [InlineData("en", "Poll 1 has no option “Cofe”. Did you mean Café? Type /vote 1 Café\n[Café]")]
    [InlineData("fr", "Le sondage 1 n’a pas d’option « Cofe ». Vouliez-vous dire Café ? Écrivez : /voter 1 Café\n[Café]")]
    public void A_misspelling_is_offered_and_never_cast(string language, string said)
    {
        var scene = Running(language);
        Said(scene.Vote("bob", "Cofe")).ShouldBe(said);
        scene.Collective.Decisions[One].Ballots.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("en", "Poll 1 closed today at 14:00; your message came at 14:02, so it did not count. See the result with /decision 1")]
    [InlineData("fr", "Le sondage 1 a pris fin aujourd’hui à 14 h ; votre message est arrivé à 14 h 02 et n’a donc pas compté. Le résultat : /decision 1")]
    public void Too_late_says_by_how_much(string language, string said)
    {
        var scene = Running(language);
        scene.Now = scene.Now.AddHours(5).AddMinutes(2);
        Said(scene.Vote("bob", "Park")).ShouldBe(said);
    }

    [Theory]
    [InlineData("en", "Others in the room saw this, and in poll 1 nobody may see a vote before it closes, so it was not recorded. Choose in private, for instance:\n/vote 1 Park")]
    [InlineData("fr", "D’autres l’ont vu dans le salon, or dans le sondage 1 personne ne doit voir un vote avant la clôture : rien n’a été enregistré. Choisissez en privé, par exemple :\n/voter 1 Park")]
    public void A_sealed_choice_that_others_saw_goes_on_in_private(string language, string said)
    {
        var scene = Running(language, Mode.Sealed);
        scene.Seen = true;
        Said(scene.Vote("bob", "Café")).ShouldBe(said);
    }

    [Fact]
    public void What_was_typed_is_shown_as_data()
    {
        var scene = Running("en");
        scene.Vote("bob", "@everyone");
        ((Answer.Refuse)scene.Last!).Document.Parts.OfType<Part.Text>().SelectMany(text => text.Line.Pieces).ShouldContain(new Inline.Typed("@everyone"));
    }

    internal static Scene Running(string language, Mode mode = Mode.Open)
    {
        var scene = new Scene(language);
        var opened = new OpenDecision("poll", "Where do we meet?", ["Park", "Café", "Online"], Method.Approval, mode, scene.Now.AddHours(5)).Decide(scene.Collective, scene.By("alice"));
        scene.Collective = scene.Collective.Apply(opened.Events);
        return scene;
    }

    private static string Said(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static Refusal Made(Type type)
    {
        var constructor = type.GetConstructors().Single(made => made.GetParameters() is not [{ ParameterType: var only }] || only != type);
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(parameter => (object)(parameter.ParameterType switch
        {
            var id when id == typeof(DecisionId) => One,
            var part when part == typeof(PartId) => new PartId(One, 1),
            var member when member == typeof(MemberId) => new MemberId("a1"),
            var word when word.IsEnum => Enum.GetValues(word).GetValue(0)!,
            var moment when moment == typeof(DateTimeOffset) => new DateTimeOffset(2025, 11, 25, 8, 0, 0, TimeSpan.Zero),
            var number when number == typeof(int) => 2,
            _ => "typed",
        }))]);
    }
}
