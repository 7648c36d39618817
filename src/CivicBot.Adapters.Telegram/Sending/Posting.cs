using System.Text;
using CivicBot.Adapters.Telegram.Wire;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>Where a document goes, and how it is shown there.</summary>
/// <param name="Answers">The message that it replies to.</param>
/// <param name="Mentions">Whom the group's client asks to type, where it replies to nothing of his.</param>
/// <param name="Only">Nobody else may see it.</param>
internal sealed record Post(Spot To, int? Answers = null, (long Account, string Name)? Mentions = null, EphemeralMessageParameters? Only = null, int? AnswersWhisper = null);

/// <summary>Sends a drawn document as a message, or in the place of one, with its files behind it.</summary>
internal sealed class Posting(TelegramApi api, Patience patience, ILogger log)
{
    private volatile bool _canWhisper = true;

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <returns>The message's id; 0 where only one person sees it.</returns>
    public async Task<int> SendAsync(Drawn drawn, Post post, CancellationToken cancellation)
    {
        if (post.Only is not null && !_canWhisper) throw new TelegramFailure(Trouble.Refused, null);
        var html = post.Mentions is { } whom
            ? FormattableString.Invariant($"<a href=\"tg://user?id={whom.Account}\">{TelegramText.Html(TelegramText.Shown(whom.Name))}</a>\n{drawn.Html}")
            : drawn.Html;
        var sent = await api.AskAsync(
            new SendMessageRequest
            {
                ChatId = post.To.Chat,
                MessageThreadId = post.To.Topic,
                Text = html,
                ParseMode = ParseMode.Html,
                LinkPreviewOptions = NoPreview,
                ReplyParameters = Reply(post),
                ReplyMarkup = drawn.Asks ? new ForceReplyMarkup { Selective = post.To.Chat < 0 } : drawn.Keyboard,
                EphemeralMessageParameters = post.Only,
            },
            cancellation);
        if (post.Only is not null && sent is { EphemeralMessageId: null, Id: not 0 }) await UnsayAsync(post.To.Chat, sent.Id, cancellation);
        await AttachAsync(drawn, post, post.Only is null ? sent.Id : null, cancellation);
        return sent.Id;
    }

    /// <summary>Puts it in the place of an earlier message. What is not changed by it is as good as changed.</summary>
    public async Task EditAsync(Drawn drawn, Reference.Ours message, CancellationToken cancellation)
    {
        try
        {
            await api.AskAsync(
                new EditMessageTextRequest
                {
                    ChatId = message.Chat,
                    MessageId = message.Message,
                    Text = drawn.Html,
                    ParseMode = ParseMode.Html,
                    LinkPreviewOptions = NoPreview,
                    ReplyMarkup = drawn.Keyboard,
                },
                cancellation);
        }
        catch (TelegramFailure same) when (same.Trouble is Trouble.NotModified)
        {
            // It stands there already, which is all that was wanted.
        }
    }

    /// <summary>A server of one's own that is older than these messages leaves out what it does not know, and shows them to all. It gets no second one.</summary>
    private async Task UnsayAsync(long chat, int message, CancellationToken cancellation)
    {
        _canWhisper = false;
        log.LogError("Telegram: the Bot API server is too old for messages that only one person sees (10.2): one was shown to its group, and is deleted. Update the server.");
        await patience.TryAsync("deleting a message", () => api.AskAsync(new DeleteMessageRequest { ChatId = chat, MessageId = message }, cancellation), cancellation);
        throw new TelegramFailure(Trouble.Refused, null);
    }

    private async Task AttachAsync(Drawn drawn, Post post, int? below, CancellationToken cancellation)
    {
        foreach (var file in drawn.Files)
        {
            // The message above stands already: the whole is not begun again for the sake of a file.
            await patience.TryAsync("sending a file", () => api.AskAsync(
                new SendDocumentRequest
                {
                    ChatId = post.To.Chat,
                    MessageThreadId = post.To.Topic,
                    Document = InputFile.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(file.Content)), file.FileName),
                    ReplyParameters = below is { } message ? new ReplyParameters { MessageId = message, AllowSendingWithoutReply = true } : Reply(post),
                    EphemeralMessageParameters = post.Only,
                },
                cancellation), cancellation);
        }
    }

    private static ReplyParameters? Reply(Post post) => post switch
    {
        { AnswersWhisper: { } whisper } => new ReplyParameters { EphemeralMessageId = whisper },
        { Answers: { } message } => new ReplyParameters { MessageId = message, AllowSendingWithoutReply = true },
        _ => null,
    };
}
