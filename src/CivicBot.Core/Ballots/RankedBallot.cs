namespace CivicBot.Core;

public abstract partial record Ballot
{
    /// <summary>
    /// Options in falling preference; those of one rank are level. What is not named stands last, together: so the last rank is never written, and two
    /// rankings that mean the same are the same ballot.
    /// </summary>
    public sealed record Ranked : Ballot
    {
        /// <summary>The ranks as given, each rising, without empty ones; an option counts where it is named first.</summary>
        public Ranked(params IEnumerable<Values<int>> ranks)
        {
            var named = new HashSet<int>();
            Ranks = ranks.Select(rank => rank.Where(named.Add).Order().ToValues()).Where(rank => rank.Count > 0).ToValues();
        }

        public Values<Values<int>> Ranks { get; }

        /// <summary>A ranking among so many options: where it names them all, the last rank goes without saying.</summary>
        public static Ranked Of(int options, params IEnumerable<Values<int>> ranks)
        {
            var ranked = new Ranked(ranks);
            return ranked.Names(options) ? new Ranked(ranked.Ranks.SkipLast(1)) : ranked;
        }

        /// <summary>All ranks among so many options, with the last.</summary>
        public Values<Values<int>> In(int options)
        {
            var rest = Enumerable.Range(1, options).Except(Ranks.SelectMany(rank => rank)).ToValues();
            return rest.Count == 0 ? Ranks : [.. Ranks, rest];
        }

        public override Refusal? Refuse(Decision decision)
        {
            if (decision.Method is not Method.Schulze) return new Refusal.OtherAnswersOffered(decision.Id);
            foreach (var option in Ranks.SelectMany(rank => rank))
            {
                if (option < 1 || option > decision.Options.Count) return new Refusal.NoSuchOption(decision.Id, option.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            if (Ranks.Count == 0) return new Refusal.NothingChosen(decision.Id);
            return Names(decision.Options.Count) ? new Refusal.OtherAnswersOffered(decision.Id) : null;
        }

        private bool Names(int options) => Ranks.Sum(rank => rank.Count) >= options;
    }
}
