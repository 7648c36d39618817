using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>The thread on a card, made when the first message goes there. A thread has the id of the message that it hangs on.</summary>
internal sealed class Threads(DiscordClient client, IKeyValues memory)
{
    private const int LongestName = 100;

    /// <returns>The channel to write in: the thread, or where there can be none (in a forum's post the post itself is the discussion) the card's own.</returns>
    public async Task<string> OfAsync(Reference.Ours card, Document first, CancellationToken cancellation)
    {
        if (await memory.GetAsync(Keys.Thread(card.Message), cancellation) is { } known) return known;
        var thread = card.Message;
        try
        {
            await client.StartThreadAsync(card.Channel, card.Message, Name(first), cancellation);
        }
        catch (DiscordFailure refused) when (refused.Code == DiscordFailure.ThreadExists)
        {
            // It is there, which is all that was wanted.
        }
        catch (DiscordFailure refused) when (refused.Code == DiscordFailure.WrongKindOfChannel)
        {
            thread = card.Channel;
        }

        await memory.SetAsync(Keys.Thread(card.Message), thread, cancellation);
        return thread;
    }

    /// <summary>The heading, or where there is none the first sentence.</summary>
    private static string Name(Document document)
    {
        var plain = new PlainText("/", DiscordText.Visible, buttons: false);
        var heading = document.Parts.OfType<Part.Heading>().Select(one => plain.Of(one.Title)).FirstOrDefault();
        var words = heading ?? plain.Lines(document).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "…";
        var end = heading is null ? words.IndexOf(". ", StringComparison.Ordinal) : -1;
        return DiscordText.Shortened((end > 0 ? words[..end] : words).Replace('\n', ' '), LongestName);
    }
}
