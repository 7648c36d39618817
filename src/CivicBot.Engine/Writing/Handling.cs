using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;
using Microsoft.Extensions.Logging;

namespace CivicBot.Engine;

/// <summary>From an interaction to what it causes: find what is asked, let its plugin answer, let the core decide, owe the replies.</summary>
internal sealed class Handling(Catalogue catalogue, Lazy<EventWriter> writer, IDirectory directory, Replies replies, ILogger log)
{
    private const int LongestLine = 4_000;
    private static readonly TimeSpan BeaconRest = TimeSpan.FromMinutes(10);
    private readonly Forms forms = new(catalogue, replies);

    public async Task HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (Unfit(turn) is { } why)
        {
            var asked = new Asked { Command = "", Arguments = new Dictionary<string, IReadOnlyList<string>>(), Language = turn.Language(), At = turn.Sitting.At };
            turn.Reply(Purpose.Refusal, RefusalTexts.Of(why, turn.View(catalogue), asked), turn.Language());
            return;
        }
        switch (turn.Interaction)
        {
            // In private every line is for us: one that is no command answers the question that is open.
            case Said said when Forms.IsOpen(turn) && (!said.Command || (said.In.Private && catalogue.Line.Parse(said.Text) is Parsed.NoSuchCommand)):
                if (forms.Continue(turn, said.Text) is { } filled) await AskAsync(turn, filled, Manner.Typed).ConfigureAwait(false);
                break;
            case Said { Command: false }:
                break;
            // Only our name was said.
            case Said { Text: "" }:
                await TypedAsync(turn, "help", Manner.Typed).ConfigureAwait(false);
                break;
            case Said said:
                Forms.Leave(turn);
                await TypedAsync(turn, said.Text, Manner.Typed).ConfigureAwait(false);
                break;
            case Invoked invoked when Called(invoked) is { } parsed:
                Forms.Leave(turn);
                await ReadAsync(turn, parsed, Manner.Typed).ConfigureAwait(false);
                break;
            case Pressed pressed:
                await PressedAsync(turn, pressed.Token).ConfigureAwait(false);
                break;
            case Reacted reacted:
                await ReactedAsync(turn, reacted, cancellation).ConfigureAwait(false);
                break;
            case Moved moved:
                Submit(turn, new MoveRoom(new RoomId(moved.In.Key), new RoomId(moved.To.Key)));
                break;
            // Who leaves one of several rooms is still there.
            case Left when turn.Sitting.State.Rooms.Values.Count(room => room.Room is not null) == 1:
                Submit(turn, new LeaveRooms());
                break;
            case Elapsed elapsed:
                await TimeAsync(turn, elapsed).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    /// <summary>The form that an interaction would be answered by. Reads only.</summary>
    public async Task<Form?> FormAsync(Turn turn)
    {
        if (Unfit(turn) is not null) return null;
        var (parsed, manner) = turn.Interaction switch
        {
            Said { Command: true } said => (catalogue.Line.Parse(said.Text), Manner.Typed),
            Invoked invoked => (Called(invoked), Manner.Typed),
            Pressed pressed when Pressable(turn, pressed.Token) is { } found => (catalogue.Acts.Parse(found.Act), Manner.Pressed),
            _ => (null, Manner.Typed),
        };
        if (parsed is null || Asks(parsed) is not { } asks || IsNowhere(turn, asks.Command)) return null;
        var language = turn.Language(manner is Manner.Typed ? asks.Language : null);
        return await catalogue.AnswerAsync(asks.Command, Asked(turn, asks, manner, language), turn.View(catalogue)).ConfigureAwait(false) is Answer.AskFor ask ? ask.Form : null;
    }

    private Parsed? Called(Invoked invoked) =>
        catalogue.Commands.FirstOrDefault(command => command.Name.En == invoked.Command) is { } command ? CommandLine.Read(command, invoked.Arguments) : null;

    /// <summary>Before anything reads it: what is no text at all, or longer than anything we ask for.</summary>
    private static Refusal? Unfit(Turn turn) => turn.Interaction switch
    {
        Said said when said.Command || Forms.IsOpen(turn) => Unfit(said.Text),
        Invoked invoked => invoked.Arguments.Values.SelectMany(values => values).Select(Unfit).FirstOrDefault(unfit => unfit is not null),
        _ => null,
    };

    private static Refusal? Unfit(string line) => line.Length > LongestLine ? new Refusal.TextTooLong(LongestLine, line.Length)
        : TypedText.IsWhole(line) ? null
        : new Refusal.UnreadableText();

    private Task TypedAsync(Turn turn, string line, Manner manner) => ReadAsync(turn, (manner is Manner.Pressed ? catalogue.Acts : catalogue.Line).Parse(line), manner);

    private async Task ReadAsync(Turn turn, Parsed parsed, Manner manner)
    {
        switch (parsed)
        {
            case Parsed.Understood understood when Codes.In(understood) is { } code:
                await CodeAsync(turn, understood, code).ConfigureAwait(false);
                break;
            case Parsed.Unfit { Line.Command: var mistyped } when mistyped.Parameters.Any(parameter => parameter.Kind is ParameterKind.Code):
                turn.Reply(Purpose.Refusal, replies.NoSuchCode(mistyped, turn.Language()), turn.Language());
                break;
            case var _ when Asks(parsed) is { } asks:
                await AskAsync(turn, asks, manner).ConfigureAwait(false);
                break;
            // In a room with other bots a strange command may be theirs.
            case Parsed.NoSuchCommand { Nearest: null } when turn.Interaction.SeenBy is SeenBy.Room:
                break;
            default:
                turn.Reply(Purpose.Refusal, replies.Unreadable(parsed, turn.Language()), turn.Language());
                break;
        }
    }

    /// <summary>What the command itself is asked; null if the line cannot be read.</summary>
    private static Parsed.Understood? Asks(Parsed parsed) => parsed switch
    {
        Parsed.Understood understood => understood,
        Parsed.Missing { Line: { Command.AsksWhenBare: true } bare } => bare,
        // Which decision is meant, the command itself can ask best: it knows what is open.
        Parsed.Missing { Parameter.Kind: ParameterKind.Number or ParameterKind.Part, Line: var numberless } => numberless,
        Parsed.Unfit { Parameter: { Kind: ParameterKind.Number or ParameterKind.Part, Positional: true }, Line: var strange } => strange,
        _ => null,
    };

    /// <summary>The token's row, if this account may press it here and now.</summary>
    private static ActionToken? Pressable(Turn turn, string token) =>
        turn.Sitting.Kept.Tokens.TryGetValue(token, out var found) && !(found.Expires < turn.Sitting.At)
        && (found.Only is { } only ? only == turn.Interaction.From.Key : turn.IsInItsPlace) ? found : null;

    /// <summary>Typing a code is pressing what it stands for, with what else the line says. Once something has come of it, it is used up.</summary>
    private async Task CodeAsync(Turn turn, Parsed.Understood line, string code)
    {
        if (!turn.Sitting.Kept.Tokens.TryGetValue(code, out var found) || found.Expires <= turn.Sitting.At || !found.Act.StartsWith(line.Command.Name.En, StringComparison.Ordinal)
            || catalogue.Acts.Parse(found.Act) is not Parsed.Understood act)
        {
            turn.Reply(Purpose.Refusal, replies.NoSuchCode(line.Command, turn.Language()), turn.Language());
            return;
        }
        var arguments = act.Arguments.Concat(line.Arguments.Where(given => act.Command.Parameters.Any(parameter => parameter.Key == given.Key))).ToDictionary();
        var before = turn.Sitting.Fold.Log.Size;
        await AskAsync(turn, new Parsed.Understood(act.Command, arguments, line.Language), Manner.Typed).ConfigureAwait(false);
        if (turn.Sitting.Fold.Log.Size > before) turn.Sitting.Keep(found with { Expires = turn.Sitting.At });
    }

    private async Task PressedAsync(Turn turn, string token)
    {
        if (Pressable(turn, token) is not { } found)
        {
            turn.Reply(Purpose.Refusal, replies.OldButton(turn.Language()), turn.Language());
            return;
        }
        if (found.Decision is { } number && turn.Sitting.State.Find(new DecisionId(number)) is { } decision && decision.Version != found.Version)
        {
            turn.Reply(Purpose.Refusal, replies.MendedSince(number, turn.Language()), turn.Language());
            return;
        }
        forms.Finish(turn, found.Act);
        await TypedAsync(turn, found.Act, Manner.Pressed).ConfigureAwait(false);
    }

    private async Task ReactedAsync(Turn turn, Reacted reacted, CancellationToken cancellation)
    {
        var made = $"reaction/{reacted.Reaction}";
        var mine = turn.Sitting.Kept.SettingsOf(turn.Interaction.From.Key);
        // A reaction that no longer carries a ballot (it was changed by typing since) takes nothing back.
        if (reacted.TakenBack && !mine.ContainsKey(made)) return;
        if (await directory.OfMessageAsync(reacted.Message, cancellation).ConfigureAwait(false) is not { } posted) return;
        if (turn.View(catalogue).Find(posted.Decision) is not { } decision) return;
        if (decision.Mode is not Mode.Open)
        {
            // A reaction is public wherever it stands: in a sealed decision it is never a ballot.
            if (!reacted.TakenBack) turn.Reply(Purpose.Refusal, Replies.ChooseInPrivate(turn, catalogue, decision), turn.Language());
            return;
        }
        var card = await catalogue.DrawAsync(decision, kind => kind.Card, "en").ConfigureAwait(false);
        if (card.Parts.OfType<Part.Choices>().FirstOrDefault()?.Items is not { } items || reacted.Choice < 1 || reacted.Choice > items.Count) return;
        var before = Ballot();
        await TypedAsync(turn, items[reacted.Choice - 1].Act, reacted.TakenBack ? Manner.Unreacted : Manner.Reacted).ConfigureAwait(false);
        // It carries the ballot only if it made it: one that was typed before stays when a reaction for the same is taken back.
        if (Ballot() != before || reacted.TakenBack)
        {
            turn.Sitting.Keep(new Setting(turn.Interaction.From.Key, made, reacted.TakenBack ? null : decision.Id.ToString()));
        }

        CastAt? Ballot() => turn.View(catalogue).Find(posted.Decision)?.MyBallot;
    }

    private async Task TimeAsync(Turn turn, Elapsed elapsed)
    {
        var sitting = turn.Sitting;
        Submit(turn, new LetTimePass());
        // Another row of the same moment may have been first, and this one is planned anew: what is to come stays.
        sitting.Plan(new Due(elapsed.Due, Moments.Next(sitting.State, elapsed.Due, sitting.At)));
        switch (elapsed.Due.Split('/', 2))
        {
            case ["remind", var number] when sitting.State.Find(Id(number)) is { IsRunning: true } poll && Attention.TakePush(sitting, poll):
                await Replies.RemindAsync(sitting, catalogue, poll.Id.Number).ConfigureAwait(false);
                break;
            case ["near", var number] when sitting.State.Find(Id(number)) is { Phase: Phase.Voting } decision:
                var voices = Voices.Of(sitting.State, decision, sitting.At);
                foreach (var member in decision.Roll!.Members.Where(member => Matters.IsUnheard(decision, voices, member))) sitting.Tell(member, new Told.CloseIsNear(decision.Id.Number));
                break;
            case ["line", var number] when sitting.State.Find(Id(number)) is { Phase: Phase.Frozen } waits:
                sitting.Changed.Add(waits.Id.Number);
                break;
            case ["voices", var number] when sitting.State.Find(Id(number)) is { Phase: Phase.Voting, Fixed: null, WindowBegins: { } begins } decision:
                foreach (var (member, _) in Voices.Of(sitting.State, decision, sitting.At).Awaited) sitting.Tell(member, new Told.VoicesWait(decision.Id.Number, begins));
                break;
            case ["review", var number] when sitting.State.Watched.Contains(Id(number)) && Attention.TakePush(sitting, sitting.State.Decisions[Id(number)]):
                foreach (var room in sitting.State.Rooms.Values.Where(room => room.Room is not null).Take(1)) sitting.Tell(room, new Told.ReviewDue(Id(number).Number));
                break;
            case ["draw", var awaited] when elapsed.Beacon is null:
                // Asked again as long as anything waits for it.
                if (sitting.State.Find(Id(awaited.Split('.')[0])) is { } draws && Moments.Of(sitting.State, draws).Any(moment => moment.Key == elapsed.Due)) sitting.Plan(new Due(elapsed.Due, sitting.At + BeaconRest));
                break;
            case ["draw", var what] when elapsed.Beacon is { } beacon && what.Split('.', '@') is [var number, var drawn, _] && int.TryParse(drawn, out var part):
                Submit(turn, new Draw(Id(number), part == 0 ? null : part, beacon, Seeds.Of(sitting.Fold, Id(number), part == 0 ? null : part, beacon)));
                break;
            case ["tell", var whom] when whom.Split('/', 2) is [var hex, var key] && sitting.State.Members.TryGetValue(new MemberId(hex), out var waiting) && ToldKeys.Read(key) is { } told
                && Matters.Still(sitting.State, waiting, told, sitting.At):
                sitting.Tell(waiting.Number, told);
                break;
            case [Weekly.Key]:
                Weekly.Happen(sitting);
                break;
            default:
                break;
        }

        static DecisionId Id(string number) => new(int.TryParse(number, out var known) ? known : 0);
    }

    private async Task AskAsync(Turn turn, Parsed.Understood understood, Manner manner)
    {
        var (command, _, typed) = understood;
        var language = turn.Language(manner is Manner.Typed ? typed : null);
        var asked = Asked(turn, understood, manner, language);
        if (IsNowhere(turn, command))
        {
            turn.Reply(Purpose.Refusal, RefusalTexts.Of(new Refusal.NothingFounded(), turn.View(catalogue), asked), language);
            return;
        }
        var answer = await catalogue.AnswerAsync(command, asked, turn.View(catalogue)).ConfigureAwait(false);
        switch (answer)
        {
            case null:
                var incident = Convert.ToHexStringLower(turn.Draw.Bytes(3));
                log.LogError("Incident {Incident}: the plugin of /{Command} gave no answer; why stands above.", incident, command.Name.En);
                turn.Reply(Purpose.Refusal, replies.PluginFailed(incident, language), language);
                break;
            case Answer.Show show when show.Privately ?? command.PrivateReply:
                turn.Reply(Purpose.Answer, show.Document, language);
                break;
            case Answer.Show show:
                turn.ReplyToAll(Purpose.Answer, show.Document, language);
                break;
            case Answer.Refuse refuse:
                turn.Reply(Purpose.Refusal, refuse.Document, language);
                break;
            case Answer.GiveCode give:
                turn.Reply(Purpose.Answer, give.Say(turn.Code(give.Act)), language);
                break;
            case Answer.Prefer prefer:
                turn.Sitting.Keep(new Setting(turn.Interaction.From.Key, prefer.Key, prefer.Value));
                turn.Reply(Purpose.Answer, prefer.Document, language);
                break;
            case Answer.AskFor ask:
                forms.Begin(turn, ask.Form, language);
                break;
            // The lobby has no ledger: nothing may begin there.
            case Answer.Submit when turn.Sitting.IsLobby:
                turn.Reply(Purpose.Refusal, replies.NothingBeginsHere(turn.Interaction.In.Private, language), language);
                break;
            case Answer.Submit submit:
                await SubmittedAsync(turn, command, submit, manner, language, asked).ConfigureAwait(false);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool IsNowhere(Turn turn, CommandDescription command) => !turn.Sitting.State.IsFounded && !command.Founds && !command.Anywhere;

    private static Asked Asked(Turn turn, Parsed.Understood understood, Manner manner, string language) => new()
    {
        Command = understood.Command.Name.En,
        Arguments = understood.Arguments,
        Manner = manner,
        Language = language,
        At = turn.Sitting.At,
        InPrivate = turn.Interaction.In.Private,
        Admin = turn.Interaction.Admin,
    };

    private async Task SubmittedAsync(Turn turn, CommandDescription command, Answer.Submit submit, Manner manner, string language, Asked asked)
    {
        var before = turn.Sitting.State;
        var (ruling, code) = Submit(turn, submit.Command);
        if (ruling.Refusal is { } refusal)
        {
            turn.Reply(Purpose.Refusal, RefusalTexts.Of(refusal, turn.View(catalogue), asked), language);
            return;
        }
        var ballot = submit.Command is CastBallot or WithdrawBallot;
        // What was typed later stands: reactions set before no longer carry the ballot.
        if (ballot && manner is Manner.Typed or Manner.Pressed) ForgetReactions(turn, ((DecisionCommand)submit.Command).Id);
        if (!before.IsFounded && turn.Sitting.State.IsFounded && submit.Command is not Found)
        {
            turn.ReplyToAll(Purpose.Notice, replies.FoundedByTheWay(turn.Sitting.State, language), language);
        }
        var accepted = new Accepted(ruling.Events, turn.View(catalogue), code);
        if (await catalogue.SayAsync(command, () => submit.Say(accepted)).ConfigureAwait(false) is not { } document) return;
        if (command.PrivateReply) turn.Reply(ballot ? Purpose.Receipt : Purpose.Answer, document, language);
        else turn.ReplyToAll(Purpose.Answer, document, language);
    }

    private (Ruling Ruling, string? Code) Submit(Turn turn, CollectiveCommand command)
    {
        var before = turn.Sitting.State;
        var occasion = turn.Interaction is Elapsed ? Occasion.OfTheClock(turn.Sitting.At) : turn.Occasion;
        var ruling = command.Decide(turn.Sitting.State, occasion);
        var code = turn.Sitting.Record(ruling, writer, turn.Draw);
        Consequences.Follow(turn, before, ruling.Events);
        return (ruling, code);
    }

    private static void ForgetReactions(Turn turn, DecisionId id)
    {
        var account = turn.Interaction.From.Key;
        foreach (var (key, value) in turn.Sitting.Kept.SettingsOf(account))
        {
            if (key.StartsWith("reaction/", StringComparison.Ordinal) && value == id.ToString()) turn.Sitting.Keep(new Setting(account, key, null));
        }
    }
}
