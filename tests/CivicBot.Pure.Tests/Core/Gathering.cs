using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>People in one room who ask the core one thing after the other, on Monday 23 November 2026 at noon. No double: rules are functions.</summary>
internal sealed class Gathering
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The first decision.</summary>
    public static readonly DecisionId One = new(1);

    public DateTimeOffset Time { get; set; } = Noon;

    public Collective Collective { get; set; } = Collective.Empty;

    public Decision Poll => Collective.Decisions[One];

    public static MemberId Member(string name) => new($"id-of-{name}");

    public static Occasion By(string name, DateTimeOffset at) => new(new AccountId($"practice:@{name}"), new RoomId("practice:room"),
        new Standing(name, new RoomId("practice:room"), "Garden room", Present: true, Admin: false, SeenByOthers: false), at, Member(name));

    public static Ballot Choose(params int[] options) => new Ballot.Chosen(options);

    public static Ballot Say(Position position) => new Ballot.Stance(position);

    /// <summary>A poll on where to meet: Park, Café, Online.</summary>
    public static OpenDecision Where(Method method = Method.Single, Mode mode = Mode.Open, bool change = true, int? max = null, TimeSpan? lasts = null) =>
        new("poll", "Where do we meet?", method is Method.YesNo ? [] : ["Park", "Café", "Online"], method, mode, Noon + (lasts ?? TimeSpan.FromHours(2)), change, max);

    /// <summary>A gathering in which Alice has opened that poll.</summary>
    public static Gathering With(OpenDecision poll)
    {
        var gathering = new Gathering();
        gathering.Do("alice", poll).Refusal.ShouldBeNull();
        return gathering;
    }

    /// <summary>Somebody asks, and what comes of it happens.</summary>
    public Ruling Do(string name, CollectiveCommand command, Func<Occasion, Occasion>? with = null)
    {
        var occasion = By(name, Time);
        var ruling = command.Decide(Collective, with is null ? occasion : with(occasion));
        Collective = Collective.Apply(ruling.Events);
        return ruling;
    }

    public Ruling Vote(string name, params int[] options) => Do(name, new CastBallot(One, Choose(options)));

    public Ruling Vote(string name, Position position) => Do(name, new CastBallot(One, Say(position)));

    public static Occasion AsAdmin(Occasion occasion) => occasion with { Standing = occasion.Standing with { Admin = true } };

    public static Occasion Absent(Occasion occasion) => occasion with { Standing = occasion.Standing with { Present = false } };

    public static Occasion SeenByOthers(Occasion occasion) => occasion with { Standing = occasion.Standing with { SeenByOthers = true } };

    public static Occasion InPrivate(Occasion occasion) => occasion with { In = null };
}
