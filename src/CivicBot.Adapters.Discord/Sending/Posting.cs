using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>Messages of the bot's own, and their edits. Sent again with the same delivery, a message is the same one.</summary>
internal sealed class Posting(DiscordClient client, EditPace pace, Openings openings)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    /// <param name="answers">The message that it replies to.</param>
    public async Task<Delivered> PostAsync(Delivery delivery, string channel, string? answers, CancellationToken cancellation)
    {
        var payload = MessageContent.Of(delivery);
        if (delivery.Purpose == Purpose.Opening && await openings.BeforeAsync(delivery.Id, channel, payload.Json, cancellation) is { } before) return Sent(channel, before);
        payload.Json["nonce"] = Nonce(delivery.Id);
        payload.Json["enforce_nonce"] = true;
        if (answers is not null)
        {
            payload.Json["message_reference"] = new JsonObject { ["message_id"] = answers, ["fail_if_not_exists"] = false };
        }

        var message = await client.SendAsync(channel, payload, cancellation);
        if (delivery.Purpose == Purpose.Opening) await openings.NoteAsync(delivery.Id, message, cancellation);
        return Sent(channel, message);
    }

    public async Task<Delivered> EditAsync(Delivery delivery, Reference.Ours card, CancellationToken cancellation)
    {
        if (pace.Wait(card.Message) is { } wait) return new Delivered.Later(wait);
        try
        {
            await client.EditAsync(card.Channel, card.Message, MessageContent.Of(delivery), cancellation);
            pace.Note(card.Message);
            return new Delivered.Sent(card.ToString());
        }
        catch (DiscordFailure refused) when (refused.Code == DiscordFailure.UnknownMessage)
        {
            return await PostAsync(delivery, card.Channel, null, cancellation); // somebody deleted it
        }
        catch (DiscordFailure refused) when (refused.Code == DiscordFailure.EditedTooOften)
        {
            return new Delivered.Later(refused.RetryAfter ?? Long);
        }
    }

    private static Delivered.Sent Sent(string channel, string message) => new(new Reference.Ours(channel, message).ToString());

    /// <summary>At most 25 characters, the same for the same delivery.</summary>
    public static string Nonce(string delivery) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(delivery)).AsSpan(0, 18)).Replace('+', '-').Replace('/', '_');
}
