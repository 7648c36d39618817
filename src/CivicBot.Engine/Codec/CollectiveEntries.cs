using System.Text.Json.Nodes;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>How the events of members, rules, phases and delegations stand in the ledger, written and read side by side.</summary>
internal static class CollectiveEntries
{
    /// <returns>False if the event is none of these.</returns>
    public static bool Write(JsonObject entry, CollectiveEvent happened, Collective state, Func<JsonObject, string> commit)
    {
        switch (happened)
        {
            case RoleTaken role:
                entry["t"] = "role";
                entry["m"] = role.Member.Hex;
                entry["observer"] = role.Observer;
                break;
            case MemberLeft left:
                entry["t"] = "left";
                entry["m"] = left.Member.Hex;
                break;
            case Vouched vouched:
                entry["t"] = "vouch";
                entry["by"] = vouched.By.Hex;
                entry["m"] = vouched.For.Hex;
                break;
            case LinkAsked asked:
                entry["t"] = "link";
                entry["c"] = commit(Payloads.Linked(asked.Member, asked.Account, asked.Name));
                entry["m"] = asked.Member.Hex;
                break;
            case AccountLinked linked:
                entry["t"] = "account";
                entry["by"] = linked.By.Hex;
                entry["c"] = commit(Payloads.Linked(linked.Member, linked.Account));
                entry["m"] = linked.Member.Hex;
                entry["on"] = true;
                entry.Put("was", linked.Was?.Hex);
                break;
            case AccountUnlinked unlinked:
                entry["t"] = "account";
                entry["c"] = commit(Payloads.Linked(unlinked.Member, unlinked.Account));
                entry["m"] = unlinked.Member.Hex;
                entry["on"] = false;
                break;
            case TopicNamed topic:
                entry["t"] = "topic";
                entry["by"] = topic.By.Hex;
                entry["c"] = commit(Payloads.Name(topic.Name));
                entry["topic"] = topic.Number;
                break;
            case RuleChanged rule:
                entry["t"] = "rule";
                entry["d"] = rule.Decision.Number;
                entry["from"] = rule.From;
                entry["key"] = rule.Key;
                entry["to"] = rule.To;
                break;
            case PhaseEntered phase:
                entry["t"] = "phase";
                entry["began"] = Fields.Moment(phase.Began);
                entry["d"] = phase.Id.Number;
                entry["ends"] = Fields.Moment(phase.Ends);
                entry["method"] = Words.Methods[phase.Method];
                entry["phase"] = Words.Phases[phase.Phase];
                entry["round"] = phase.Round;
                if (phase.Options.Count > 0) entry["texts"] = Fields.Array(phase.Options, part => JsonValue.Create(part));
                break;
            case PhaseMoved moved:
                entry["t"] = "moved";
                entry["d"] = moved.Id.Number;
                entry["ends"] = Fields.Moment(moved.Ends);
                entry["why"] = ProposalWords.Moves[moved.Why];
                break;
            case RollFixed roll:
                entry["t"] = "roll";
                entry["d"] = roll.Id.Number;
                entry["ms"] = Fields.Array(roll.Members, member => JsonValue.Create(member.Hex));
                entry["of"] = roll.Of;
                entry["part"] = roll.Part;
                break;
            case RoutesFixed routes:
                entry["t"] = "routes";
                entry["at"] = Fields.Moment(routes.At);
                entry["d"] = routes.Id.Number;
                break;
            case EarlyCloseSet early:
                entry["t"] = "early";
                entry.Put("at", early.At is { } at ? Fields.Moment(at) : null);
                entry["d"] = early.Id.Number;
                break;
            case DecisionEnded ended:
                entry["t"] = "end";
                entry["at"] = Fields.Moment(ended.At);
                entry.Put("by", ended.By?.Hex);
                entry["d"] = ended.Id.Number;
                entry["outcome"] = Words.Outcomes[ended.Outcome];
                entry["reason"] = ProposalWords.Reasons[ended.Reason];
                break;
            case PresetChanged preset:
                entry["t"] = "preset";
                entry["d"] = preset.Id.Number;
                entry["preset"] = ProposalWords.Presets[preset.Preset];
                break;
            case DrawAwaited awaited:
                entry["t"] = "await";
                entry["at"] = Fields.Moment(awaited.At);
                entry["d"] = awaited.Id.Number;
                entry.Put("part", awaited.Part);
                if (awaited.Options.Count > 0) entry["options"] = Fields.Array(awaited.Options, option => JsonValue.Create(option));
                break;
            case LotDrawn lot:
                entry["t"] = "lot";
                entry["beacon"] = lot.Beacon;
                entry["d"] = lot.Id.Number;
                Drawn(entry, lot.Part, lot.Order, state);
                entry["seed"] = lot.Seed;
                break;
            case DelegationMade made:
                Scoped(entry, "delegate", made.Scope);
                entry["accepted"] = made.Accepted;
                entry["in_person"] = made.InPerson;
                entry["m"] = made.By.Hex;
                entry.Put("to", made.To?.Hex);
                entry["until"] = Fields.Moment(made.Until);
                break;
            case DelegationRenewed renewed:
                Scoped(entry, "renew", renewed.Scope);
                entry["m"] = renewed.By.Hex;
                entry["until"] = Fields.Moment(renewed.Until);
                break;
            case OfferAnswered answered:
                Scoped(entry, "answer", answered.Scope);
                entry["accepted"] = answered.Accepted;
                entry["by"] = answered.By.Hex;
                entry["m"] = answered.Delegator.Hex;
                break;
            case DelegationEnded ended:
                Scoped(entry, "undelegate", ended.Scope);
                entry["by"] = ended.By.Hex;
                entry["m"] = ended.Delegator.Hex;
                break;
            case OpenedToDelegations opened:
                Scoped(entry, "open-to", opened.Scope);
                entry["m"] = opened.Member.Hex;
                entry["on"] = opened.Open;
                break;
            default:
                return false;
        }
        return true;
    }

    /// <returns>Null if the entry is none of these.</returns>
    public static CollectiveEvent? Read(JsonObject entry, Collective state, Func<string, string?> open)
    {
        var at = entry.Moment("ts");
        return entry.Text("t") switch
        {
            "role" => new RoleTaken(entry.Member("m"), entry.Flag("observer"), at),
            "left" => new MemberLeft(entry.Member("m"), at),
            "vouch" => new Vouched(entry.Member("by"), entry.Member("m"), at),
            "link" => new LinkAsked(entry.Member("m"), Account(), open("name"), at),
            "account" when entry.Flag("on") => new AccountLinked(entry.Member("m"), Account(), entry.MemberOrNone("was"), entry.Member("by"), at),
            "account" => new AccountUnlinked(entry.Member("m"), Account(), at),
            "topic" => new TopicNamed(entry.Number("topic"), open("name"), entry.Member("by")),
            "rule" => new RuleChanged(entry.Text("key"), entry.Text("from"), entry.Text("to"), entry.Decision()),
            "phase" => new PhaseEntered(entry.Decision(), Words.Phases[entry.Text("phase")], entry.Moment("began"), entry.Moment("ends"), Words.Methods[entry.Text("method")],
                entry.Number("round"), entry["texts"] is JsonArray texts ? texts.Select(Fields.Whole).ToValues() : []),
            "moved" => new PhaseMoved(entry.Decision(), entry.Moment("ends"), ProposalWords.Moves[entry.Text("why")]),
            "roll" => new RollFixed(entry.Decision(), entry.Number("part"), entry.Number("of"), entry.Members("ms")),
            "routes" => new RoutesFixed(entry.Decision(), entry.Moment("at")),
            "early" => new EarlyCloseSet(entry.Decision(), entry.MomentOrNone("at")),
            "end" => new DecisionEnded(entry.Decision(), entry.MemberOrNone("by"), Words.Outcomes[entry.Text("outcome")], ProposalWords.Reasons[entry.Text("reason")], entry.Moment("at")),
            "preset" => new PresetChanged(entry.Decision(), ProposalWords.Presets[entry.Text("preset")]),
            "await" => new DrawAwaited(entry.Decision(), entry.NumberOrNone("part"), entry["options"] is JsonArray options ? options.Select(Fields.Whole).ToValues() : [], entry.Moment("at")),
            "lot" => new LotDrawn(entry.Decision(), entry.NumberOrNone("part"), entry.Text("beacon"), entry.Text("seed"), Order(entry, state), at),
            "delegate" => new DelegationMade(entry.Member("m"), ScopeOf(entry), entry.MemberOrNone("to"), entry.Moment("until"), entry.Flag("in_person"), entry.Flag("accepted"), at),
            "renew" => new DelegationRenewed(entry.Member("m"), ScopeOf(entry), entry.Moment("until"), at),
            "answer" => new OfferAnswered(entry.Member("by"), entry.Member("m"), ScopeOf(entry), entry.Flag("accepted"), at),
            "undelegate" => new DelegationEnded(entry.Member("m"), ScopeOf(entry), entry.Member("by"), at),
            "open-to" => new OpenedToDelegations(entry.Member("m"), ScopeOf(entry), entry.Flag("on"), at),
            _ => null,
        };

        AccountId? Account() => open("account") is { } key ? new AccountId(key) : null;
    }

    /// <summary>Members stand in the ledger by their id, options by their number.</summary>
    private static void Drawn(JsonObject entry, int? part, Values<int> numbers, Collective state)
    {
        entry.Put("part", part);
        entry["order"] = part is null ? Fields.Array(numbers, option => JsonValue.Create(option)) : Fields.Array(numbers, member => JsonValue.Create(state.Roster[member].Hex));
    }

    private static Values<int> Order(JsonObject entry, Collective state) => entry["part"] is null
        ? entry.List("order").Select(Fields.Whole).ToValues()
        : entry.Members("order").Select(member => state.Members[member].Number).ToValues();

    private static void Scoped(JsonObject entry, string kind, Scope scope)
    {
        entry["t"] = kind;
        entry["scope"] = ProposalWords.Reaches[scope.Reach];
        if (scope.Reach is Reach.Topic) entry["topic"] = scope.Number;
        if (scope.Reach is Reach.Decision) entry["d"] = scope.Number;
    }

    private static Scope ScopeOf(JsonObject entry) => ProposalWords.Reaches[entry.Text("scope")] switch
    {
        Reach.Topic => Scope.OfTopic(entry.Number("topic")),
        Reach.Decision => Scope.OfDecision(entry.Decision()),
        _ => Scope.Everything,
    };
}
