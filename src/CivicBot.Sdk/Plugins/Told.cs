using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>
/// Something that members are told without having asked. The engine decides who is told, how often and when; a plugin only says it
/// (<see cref="IPlugin.Tell"/>), for one member or for a room.
/// </summary>
public abstract record Told
{
    private Told()
    {
    }

    /// <summary>Under a proposal's first card, where the platform has threads: it is discussed here.</summary>
    public sealed record Discussion(int Decision) : Told;

    /// <summary>To a room: a vote closes early, unless votes change until then.</summary>
    public sealed record EarlyClose(int Decision, DateTimeOffset At) : Told;

    /// <summary>To a room, at the review of an adopted decision: did it happen, did it help?</summary>
    public sealed record ReviewDue(int Decision) : Told;

    /// <summary>To a room, once a week: what runs, what was decided, what waits.</summary>
    public sealed record Digest(DateTimeOffset Since) : Told;

    /// <summary>To a member who may vote, has not, and for whom nobody does: it closes in a day.</summary>
    public sealed record CloseIsNear(int Decision) : Told;

    /// <summary>To a supporter: the text has changed, and the support was for the one before.</summary>
    public sealed record TextChanged(int Decision) : Told;

    /// <summary>To a drawn peer: judge whether this is an objection.</summary>
    public sealed record DrawnAsJuror(PartId Part) : Told;

    /// <summary>To a delegator, as routes are fixed: how his voice is counted, if nobody does anything.</summary>
    public sealed record RoutesFixed(int Decision) : Told;

    /// <summary>To a delegate who has not voted: voices follow him, and count only if he votes in time.</summary>
    public sealed record VoicesWait(int Decision, DateTimeOffset Until) : Told;

    /// <summary>To a member: somebody would entrust his voice to him.</summary>
    public sealed record DelegationAsked(MemberId From) : Told;

    /// <summary>To a delegator: the delegate said yes, or no.</summary>
    public sealed record DelegationAnswered(MemberId By, bool Accepted) : Told;

    /// <summary>To a delegator: the delegate has left the rooms, or gave the voice back.</summary>
    public sealed record DelegateGone(MemberId Delegate) : Told;

    /// <summary>To a member who has given a code: this account would act as him.</summary>
    public sealed record LinkAsked(AccountId Account, string? Name) : Told;

    /// <summary>To every room: another one belongs to the collective from now on.</summary>
    public sealed record RoomJoined(int Room, MemberId By) : Told;

    /// <summary>To a delegator: delegations end soon.</summary>
    public sealed record DelegationsEnd : Told;
}
