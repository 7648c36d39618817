using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What keeps a member from the roll of voters, and what to do about it.</summary>
public static class StandingWords
{
    /// <param name="why">What is missing.</param>
    /// <param name="level">What is asked of voters there.</param>
    public static Line Missing(Ineligible why, LevelRule level, MemberView me, CollectiveView view, string language)
    {
        return why switch
        {
            Ineligible.Observer => Said("observer"),
            Ineligible.Left => Said("left"),
            Ineligible.Idle => Said("idle"),
            Ineligible.TooRecent => Said("recent", ("time", RulePieces.Length(level.Known, language)), ("from", view.Clock.Moment(me.JoinedAt + level.Known, language, view.Now))),
            Ineligible.NotVouched => Said("vouched", ("n", me.Vouchers.Count), ("needed", level.Vouchers), ("me", MemberWords.Typed(me, view))),
            Ineligible.NotListed => Said("listed"),
            Ineligible.NotMet => Said("met"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Line Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => SdkTexts.All.Line(language, "missing." + key, arguments);
    }

    /// <summary>For who has not acted here yet.</summary>
    public static Line NoMember(string language) => SdkTexts.All.Line(language, "missing.member");
}
