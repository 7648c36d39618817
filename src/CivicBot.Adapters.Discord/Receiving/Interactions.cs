using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Takes in what people do: the first answer at once, then, when Discord has that, it is handed in, each account's in order.</summary>
internal sealed class Interactions(FirstAnswers answers, Acknowledging acknowledging, Deferrals deferrals, SharedGuilds shared, Handover handover, Lanes lanes, TimeProvider time, ILogger log)
{
    /// <summary>Ends when it was dealt with. It never fails: what cannot be read is logged and left.</summary>
    public async Task TakeAsync(Incoming incoming, CancellationToken cancellation)
    {
        try
        {
            if (incoming.Guild is { } guild) shared.Note(incoming.User, guild);
            var acknowledged = AcknowledgeAsync(incoming, time.GetUtcNow(), cancellation);
            if (incoming.Kind is Kind.Autocomplete) await acknowledged;
            else await lanes.RunAsync(incoming.User, async () => await HandInAsync(incoming, await acknowledged, cancellation));
        }
#pragma warning disable CA1031 // One that we choke on must not stop the others.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError("Discord: an interaction could not be read ({Error}).", error.GetType().Name);
        }
    }

    private async Task<Interaction?> AcknowledgeAsync(Incoming incoming, DateTimeOffset since, CancellationToken cancellation)
    {
        var answer = await answers.ToAsync(incoming, cancellation);
        var acknowledged = await acknowledging.AnswerAsync(incoming, answer.Json, since, cancellation);
        if (acknowledged is Acknowledged.Now && Reference.Read(answer.ToHandIn?.Event) is Reference.Asked asked) deferrals.Begin(asked);
        return acknowledged is Acknowledged.Not ? null : answer.ToHandIn;
    }

    private async Task HandInAsync(Incoming incoming, Interaction? interaction, CancellationToken cancellation)
    {
        if (interaction is null || Reference.Read(interaction.Event) is not Reference.Asked asked) return;
        if (interaction.In.Private) interaction = interaction with { Shares = await shared.OfAsync(incoming.User, cancellation) };
        var handled = await handover.HandInAsync(interaction, cancellation);
        deferrals.Settle(asked, nothingFollows: handled is Ignored);
    }
}
