using System.Text.Json.Nodes;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>How the events of proposals stand in the ledger, written and read side by side.</summary>
internal static class ProposalEntries
{
    /// <returns>False if the event is none of these.</returns>
    public static bool Write(JsonObject entry, CollectiveEvent happened, Func<JsonObject, string> commit)
    {
        switch (happened)
        {
            case Supported on:
                Part(entry, "support", on.Part);
                entry["m"] = on.Member.Hex;
                entry["on"] = true;
                entry["version"] = on.Version;
                break;
            case Unsupported off:
                Part(entry, "support", off.Part);
                entry["m"] = off.Member.Hex;
                entry["on"] = false;
                break;
            case SuggestionMade made:
                Part(entry, "suggestion", made.Part);
                entry["by"] = made.By.Hex;
                entry["c"] = commit(Payloads.Part(made.Part, ("text", made.Text)));
                entry["degree"] = ProposalWords.Degrees[made.Degree];
                break;
            case AmendmentMade made:
                Part(entry, "amendment", made.Part);
                entry["base"] = made.Base;
                entry["by"] = made.By.Hex;
                entry["c"] = commit(Payloads.Part(made.Part, ("text", made.Text)));
                break;
            case AmendmentRebased rebased:
                Part(entry, "rebased", rebased.Part);
                entry["at"] = Fields.Moment(rebased.At);
                entry["base"] = rebased.Base;
                entry["c"] = commit(Payloads.Part(rebased.Part, ("text", rebased.Text)));
                break;
            case RivalEntered rival:
                Part(entry, "rival", rival.Part);
                entry["by"] = rival.By.Hex;
                entry["c"] = commit(Payloads.Part(rival.Part, ("body", rival.Body), ("title", rival.Title)));
                entry.Put("from", rival.FromPart);
                break;
            case PartSettled settled:
                Part(entry, "settled", settled.Part);
                entry["at"] = Fields.Moment(settled.At);
                entry.Put("by", settled.By?.Hex);
                entry["state"] = ProposalWords.States[settled.State];
                break;
            case PartVoteBegan began:
                Part(entry, "part-vote", began.Part);
                entry["by"] = began.By.Hex;
                entry["ends"] = Fields.Moment(began.Ends);
                break;
            case PartBallotCast cast:
                Part(entry, "part-ballot", cast.Part);
                entry["c"] = commit(Payloads.PartBallot(cast));
                entry["m"] = cast.Voter.Hex;
                break;
            case CaseMade made:
                Part(entry, "case", new PartId(made.Id, 0));
                entry["by"] = made.By.Hex;
                entry["c"] = commit(Payloads.Part(new PartId(made.Id, 0), ("text", made.Text)));
                entry["side"] = ProposalWords.Sides[made.Side];
                break;
            case ObjectionMade made:
                Part(entry, "objection", made.Part);
                entry["by"] = made.By.Hex;
                entry["c"] = commit(Payloads.Part(made.Part, ("aim", made.Aim), ("lift", made.Lift)));
                entry["round"] = made.Round;
                break;
            case Contested contested:
                Part(entry, "contest", contested.Part);
                entry["by"] = contested.By.Hex;
                entry["called"] = contested.Called;
                break;
            case Judged judged:
                Part(entry, "judged", judged.Part);
                entry["c"] = commit(Payloads.Verdict(judged));
                entry["m"] = judged.By.Hex;
                break;
            case OutcomeStated stated:
                Part(entry, "outcome", new PartId(stated.Id, 0));
                entry["by"] = stated.By.Hex;
                if (stated.Statement is not null) entry["c"] = commit(Payloads.Part(new PartId(stated.Id, 0), ("text", stated.Statement)));
                entry.Put("due", stated.Due is { } due ? Fields.Moment(due) : null);
                entry.Put("owner", stated.Owner?.Hex);
                entry.Put("progress", stated.Progress is { } progress ? ProposalWords.Progresses[progress] : null);
                entry.Put("review", stated.Review is { } review ? Fields.Moment(review) : null);
                break;
            case FollowedUp followed:
                Part(entry, "follow-up", new PartId(followed.Id, 0));
                entry["answer"] = ProposalWords.FollowUps[followed.Answer];
                entry["m"] = followed.By.Hex;
                break;
            case ReviewPassed passed:
                Part(entry, "review-passed", new PartId(passed.Id, 0));
                entry["at"] = Fields.Moment(passed.At);
                break;
            default:
                return false;
        }
        return true;
    }

    /// <returns>Null if the entry is none of these.</returns>
    public static CollectiveEvent? Read(JsonObject entry, Func<string, string?> open, Func<JsonObject?> payload)
    {
        var at = entry.Moment("ts");
        return entry.Text("t") switch
        {
            "support" when entry.Flag("on") => new Supported(PartOf(entry), entry.Member("m"), entry.Number("version"), at),
            "support" => new Unsupported(PartOf(entry), entry.Member("m"), at),
            "suggestion" => new SuggestionMade(PartOf(entry), entry.Member("by"), ProposalWords.Degrees[entry.Text("degree")], open("text"), at),
            "amendment" => new AmendmentMade(PartOf(entry), entry.Member("by"), entry.Number("base"), open("text"), at),
            "rebased" => new AmendmentRebased(PartOf(entry), entry.Number("base"), open("text"), entry.Moment("at")),
            "rival" => new RivalEntered(PartOf(entry), entry.Member("by"), open("title"), open("body"), entry.NumberOrNone("from"), at),
            "settled" => new PartSettled(PartOf(entry), ProposalWords.States[entry.Text("state")], entry.MemberOrNone("by"), entry.Moment("at")),
            "part-vote" => new PartVoteBegan(PartOf(entry), entry.Member("by"), at, entry.Moment("ends")),
            "part-ballot" => new PartBallotCast(PartOf(entry), entry.Member("m"), payload()?.TextOrNone("choice") is { } choice ? Words.Positions[choice] : null, at),
            "case" => new CaseMade(entry.Decision(), ProposalWords.Sides[entry.Text("side")], entry.Member("by"), open("text"), at),
            "objection" => new ObjectionMade(PartOf(entry), entry.Member("by"), entry.Number("round"), open("aim"), open("lift"), at),
            "contest" => new Contested(PartOf(entry), entry.Member("by"), entry.Flag("called"), at),
            "judged" => new Judged(PartOf(entry), entry.Member("m"), payload()?.TextOrNone("verdict") is { } verdict ? ProposalWords.Verdicts[verdict] : null, at),
            "outcome" => new OutcomeStated(entry.Decision(), entry.Member("by"), open("text"), entry.MemberOrNone("owner"), entry.MomentOrNone("due"), entry.MomentOrNone("review"),
                entry.TextOrNone("progress") is { } progress ? ProposalWords.Progresses[progress] : null, at),
            "follow-up" => new FollowedUp(entry.Decision(), entry.Member("m"), ProposalWords.FollowUps[entry.Text("answer")], at),
            "review-passed" => new ReviewPassed(entry.Decision(), entry.Moment("at")),
            _ => null,
        };
    }

    /// <summary>What makes a decision a proposal, in full and in clear.</summary>
    public static JsonObject Terms(Proposal proposal)
    {
        var json = new JsonObject
        {
            ["needed"] = proposal.Needed,
            ["preset"] = ProposalWords.Presets[proposal.Preset],
            ["review"] = (long)proposal.Review.TotalSeconds,
            ["terms"] = new JsonObject(proposal.Terms.ByKey.Select(rule => KeyValuePair.Create(rule.Key, (JsonNode?)rule.Value))),
        };
        json.Put("changes", proposal.Changes is { } change ? new JsonObject { ["from"] = change.From, ["key"] = change.Key, ["to"] = change.To } : null);
        json.Put("topic", proposal.Topic);
        return json;
    }

    public static Proposal ReadTerms(JsonObject json, DateTimeOffset at) => new(ProposalWords.Presets[json.Text("preset")], EventReader.ReadRules(json["terms"]!.AsObject()), json.Number("needed"))
    {
        Changes = json["changes"]?.AsObject() is { } change ? new RuleChange(change.Text("key"), change.Text("from"), change.Text("to")) : null,
        Topic = json.NumberOrNone("topic"),
        Review = TimeSpan.FromSeconds(json.Number("review")),
        TextSince = at,
    };

    private static void Part(JsonObject entry, string kind, PartId part)
    {
        entry["t"] = kind;
        entry["d"] = part.Decision.Number;
        if (part.Number > 0) entry["part"] = part.Number;
    }

    private static PartId PartOf(JsonObject entry) => new(entry.Decision(), entry.NumberOrNone("part") ?? 0);
}

/// <summary>The ledger's words for what is said of proposals.</summary>
internal static class ProposalWords
{
    public static readonly Words.Table<Preset> Presets = new((Preset.Standard, "standard"), (Preset.Urgent, "urgent"), (Preset.Consent, "consent"), (Preset.Lazy, "lazy"));

    public static readonly Words.Table<Degree> Degrees = new((Degree.Must, "must"), (Degree.Should, "should"), (Degree.ShouldNot, "should_not"), (Degree.MustNot, "must_not"));

    public static readonly Words.Table<PartState> States = new((PartState.Open, "open"), (PartState.Accepted, "accepted"), (PartState.Rejected, "rejected"),
        (PartState.Withdrawn, "withdrawn"), (PartState.Superseded, "superseded"), (PartState.Conflicting, "conflicting"), (PartState.Concern, "concern"));

    public static readonly Words.Table<Side> Sides = new((Side.For, "for"), (Side.Against, "against"));

    public static readonly Words.Table<Verdict> Verdicts = new((Verdict.Objection, "objection"), (Verdict.Preference, "preference"));

    public static readonly Words.Table<Progress> Progresses = new((Progress.InProgress, "in_progress"), (Progress.Done, "done"), (Progress.Abandoned, "abandoned"), (Progress.Sunset, "sunset"));

    public static readonly Words.Table<FollowUp> FollowUps = new((FollowUp.Done, "done"), (FollowUp.NotHelped, "not_helped"), (FollowUp.NotDone, "not_done"));

    public static readonly Words.Table<MoveReason> Moves = new((MoveReason.LateVersion, "late_version"), (MoveReason.SupportLacking, "support_lacking"),
        (MoveReason.LeadChanged, "lead_changed"), (MoveReason.NewVersion, "new_version"));

    public static readonly Words.Table<Reason> Reasons = new((Reason.Counted, "counted"), (Reason.TooFewTookPart, "too_few_took_part"), (Reason.TooFewFor, "too_few_for"),
        (Reason.TooFewDirect, "too_few_direct"), (Reason.TooFewAnswers, "too_few_answers"), (Reason.ObjectionsStand, "objections_stand"), (Reason.NoNewVersion, "no_new_version"),
        (Reason.TooFewSupporters, "too_few_supporters"), (Reason.SupportersLeft, "supporters_left"), (Reason.ByItsAuthor, "by_its_author"),
        (Reason.RuleIsAnother, "rule_is_another"), (Reason.NobodyObjected, "nobody_objected"));

    public static readonly Words.Table<RouteEnd> Ends = new((RouteEnd.NoBallot, "no_ballot"), (RouteEnd.Kept, "kept"), (RouteEnd.DelegateGone, "delegate_gone"),
        (RouteEnd.InPersonOnly, "in_person_only"), (RouteEnd.Cycle, "cycle"), (RouteEnd.TooDeep, "too_deep"), (RouteEnd.Held, "held"));

    public static readonly Words.Table<TieStep> Ties = new((TieStep.None, "none"), (TieStep.FewerLowest, "fewer_lowest"), (TieStep.Lot, "lot"));

    public static readonly Words.Table<Reach> Reaches = new((Reach.Everything, "all"), (Reach.Topic, "topic"), (Reach.Decision, "decision"));
}
