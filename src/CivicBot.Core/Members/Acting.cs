namespace CivicBot.Core;

/// <summary>Who acts as which member; the first accepted act of an unknown account makes it one, in the same ruling (SEMANTICS 1, level 0).</summary>
internal readonly record struct Acting(MemberId Member, MemberJoined? Joined)
{
    public static Acting In(Collective collective, Occasion occasion) =>
        collective.MemberOf(occasion.By) is { } known
            ? new Acting(known, null)
            : new Acting(occasion.IfNew, new MemberJoined(occasion.IfNew, occasion.By, occasion.Standing.Name, occasion.At));

    public Ruling And(CollectiveEvent happened) => Joined is null ? Ruling.Of(happened) : Ruling.Of(Joined, happened);
}
