namespace CivicBot.Core;

/// <summary>A word of the collective by which voices are delegated: “housing”. There are few, and equal words are one.</summary>
public static class Topics
{
    public const int Most = 30;
    public const int Length = 30;

    /// <summary>The topic of that name.</summary>
    public static int? Of(Collective collective, string name)
    {
        var skeleton = TypedText.Loose(name.TrimStart('#'));
        foreach (var (number, known) in collective.Topics)
        {
            if (known is not null && TypedText.Loose(known) == skeleton) return number;
        }
        return null;
    }

    /// <summary>The topic that is named, if any; one that is made of a new word; or why not.</summary>
    internal static (int? Topic, TopicNamed? Named, Refusal? Unclear) Find(Collective collective, string? name, bool isNew, MemberId by)
    {
        if (name is null) return (null, null, null);
        var word = TypedText.Normalize(name).TrimStart('#');
        if (TypedText.Refuse(word, Length) is { } unfit) return (null, null, unfit);
        if (Of(collective, word) is { } known) return (known, null, null);
        if (collective.Topics.Count >= Most) return (null, null, new Refusal.TooManyTopics(Most));
        if (!isNew) return (null, null, new Refusal.NoSuchTopic(word));
        var number = collective.Topics.Count + 1;
        return (number, new TopicNamed(number, word, by), null);
    }
}

/// <summary>A word became a topic.</summary>
/// <param name="Name">Null once its opening has been erased.</param>
public sealed record TopicNamed(int Number, string? Name, MemberId By) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before with { Topics = before.Topics.SetItem(Number, Name) };
}
