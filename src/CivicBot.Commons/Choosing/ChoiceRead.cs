using CivicBot.Core;

namespace CivicBot.Commons;

/// <summary>What a typed choice was read as.</summary>
public abstract record ChoiceRead
{
    private ChoiceRead()
    {
    }

    /// <summary>These options, by number.</summary>
    public sealed record Options(Values<int> Numbers) : ChoiceRead;

    /// <summary>This ballot, where options alone do not say it.</summary>
    public sealed record Meant(Ballot Ballot) : ChoiceRead;

    /// <summary>Something that fits no option.</summary>
    public sealed record Unfit(string Typed) : ChoiceRead;

    /// <summary>Something that fits several, with a way to type each that fits one.</summary>
    public sealed record Twofold(string Typed, Values<Way> Ways) : ChoiceRead;

    /// <summary>Something that can be read as several rankings.</summary>
    public sealed record Manifold(string Typed, Values<Ballot.Ranked> Ways) : ChoiceRead;

    /// <summary>A ranking that names an option in two places.</summary>
    public sealed record Twice(int Option) : ChoiceRead;
}

/// <summary>A way to type an option that means it alone.</summary>
public sealed record Way(string Typed, Values<int> Options);
