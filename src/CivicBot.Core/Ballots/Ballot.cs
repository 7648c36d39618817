namespace CivicBot.Core;

/// <summary>One member's complete answer.</summary>
public abstract partial record Ballot
{
    private protected Ballot()
    {
    }

    /// <summary>Why it cannot be cast in this decision, or null.</summary>
    public abstract Refusal? Refuse(Decision decision);

    /// <summary>The options chosen, by number, rising: one in a single choice, any in approval.</summary>
    public sealed record Chosen : Ballot
    {
        public Chosen(params IEnumerable<int> options) => Options = options.Distinct().Order().ToValues();

        public Values<int> Options { get; }

        public override Refusal? Refuse(Decision decision)
        {
            if (decision.Method is not (Method.Single or Method.Approval)) return new Refusal.OtherAnswersOffered(decision.Id);
            foreach (var option in Options)
            {
                if (option < 1 || option > decision.Options.Count) return new Refusal.NoSuchOption(decision.Id, option.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            if (Options.Count == 0) return new Refusal.NothingChosen(decision.Id);
            return decision.Most is { } most && Options.Count > most ? new Refusal.TooManyChosen(decision.Id, Options.Count, most) : null;
        }
    }

    /// <summary>For, against, or present without either.</summary>
    public sealed record Stance(Position Position) : Ballot
    {
        public override Refusal? Refuse(Decision decision) =>
            decision.Method is Method.YesNo ? null : new Refusal.OtherAnswersOffered(decision.Id);
    }
}

/// <summary>An answer to a yes/no question.</summary>
public enum Position
{
    For,
    Against,
    Abstain,
}
