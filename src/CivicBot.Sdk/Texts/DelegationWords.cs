using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>How a delegation is said in a sentence, and the lines that end or renew it.</summary>
public static class DelegationWords
{
    /// <summary>“on everything”, “on housing”, “in proposal 7”.</summary>
    public static Line Scope(DelegationView delegation, CollectiveView view, string language) => delegation.Scope switch
    {
        { Reach: Reach.Everything } => Line.Of(SdkTexts.All.Words(language, "delegation.everything")),
        { Reach: Reach.Topic } => Topic(delegation.Topic, language),
        var one when view.Find(one.Number) is { } decision => SdkTexts.All.Line(language, "delegation.decision", decision),
        _ => Line.Of(SdkTexts.All.Words(language, "erased")),
    };

    /// <summary>“on housing”; “on everything” where there is no topic.</summary>
    public static Line On(string? topic, string language) => topic is null ? Line.Of(SdkTexts.All.Words(language, "delegation.everything")) : Topic(topic, language);

    /// <summary>Until when it holds: what is for one decision ends with it.</summary>
    public static Line Until(DelegationView delegation, CollectiveView view, string language) => delegation.Scope.Reach is Reach.Decision
        ? Line.Of(SdkTexts.All.Words(language, "delegation.until-close"))
        : view.Clock.Until(delegation.Until, view.Now, language);

    /// <summary>The line that ends it, without prefix.</summary>
    public static string Undo(DelegationView delegation, string language) => delegation.Scope switch
    {
        { Reach: Reach.Everything } => SdkTexts.All.Words(language, "delegation.undo.everything"),
        { Reach: Reach.Topic } => Put("delegation.undo.topic", language, "{topic}", TypedList.Word(delegation.Topic ?? "")),
        var one => Put("delegation.undo.decision", language, "{number}", $"{one.Number}"),
    };

    /// <summary>The line by which it was made, and is made again.</summary>
    public static string Again(DelegationView delegation, CollectiveView view, string language)
    {
        var words = new List<string>
        {
            SdkTexts.All.Words(language, "delegation.again"),
            delegation.To is { } to ? MemberWords.Typed(to, view) : SdkTexts.All.Words(language, "delegation.again.nobody"),
        };
        if (delegation.InPerson) words.Add(SdkTexts.All.Words(language, "delegation.again.in-person"));
        if (delegation.Scope.Reach is Reach.Topic) words.Add(Put("delegation.again.topic", language, "{topic}", TypedList.Word(delegation.Topic ?? "")));
        if (delegation.Scope.Reach is Reach.Decision) words.Add(Put("delegation.again.decision", language, "{number}", $"{delegation.Scope.Number}"));
        return string.Join(' ', words);
    }

    private static Line Topic(string? topic, string language) =>
        SdkTexts.All.Line(language, "delegation.topic", ("topic", WrittenWords.Of(topic, language)));

    private static string Put(string key, string language, string place, string value) => SdkTexts.All.Words(language, key).Replace(place, value, StringComparison.Ordinal);
}
