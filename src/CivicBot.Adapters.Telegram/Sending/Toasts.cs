using System.Collections.Concurrent;
using CivicBot.Adapters.Telegram.Wire;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>The words over the chat after a press.</summary>
/// <param name="Alert">They stay until he closes them.</param>
/// <param name="Url">Where the client goes instead of showing words: our own private chat.</param>
internal sealed record Toast(string Text, bool Alert = false, string? Url = null)
{
    public static Toast Nothing { get; } = new("");
}

/// <summary>
/// A press can be answered once, so the answer waits for what there is to say: at most five seconds, since the client shows until then that something is being
/// done. What comes later than ten is dropped: nobody looks any more.
/// </summary>
internal sealed class Toasts(TelegramApi api, string bot, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Held> _held = new();

    /// <summary>Somebody pressed. Held once, however often the same press is delivered.</summary>
    public void Hold(Reference.Click click, Texts texts, CancellationToken cancellation)
    {
        var held = new Held();
        if (_held.TryAdd(click.Query, held)) _ = AnswerAsync(click, held, texts, cancellation);
    }

    /// <summary>What he did is on disk, or meant nothing: should no answer come in time, he is told that rather than that it is not recorded yet.</summary>
    public void Note(Reference.Click click)
    {
        if (_held.TryGetValue(click.Query, out var held)) held.Committed = true;
    }

    /// <summary>Says it, unless something was said already or it is too late. Nothing waits for it: a toast is never worth a second try.</summary>
    public void Say(Reference.Click click, Toast toast, CancellationToken cancellation)
    {
        if (_held.TryGetValue(click.Query, out var held))
        {
            held.Toast.TrySetResult(toast);
            return;
        }

        // Pressed before we were started anew; the press itself may yet be delivered again.
        if (IsLate(click)) return;
        Hold(click, Texts.English, cancellation);
        if (_held.TryGetValue(click.Query, out held)) held.Toast.TrySetResult(toast);
    }

    public bool IsLate(Reference.Click click) => time.GetUtcNow() - click.At > Lasting;

    private async Task AnswerAsync(Reference.Click click, Held held, Texts texts, CancellationToken cancellation)
    {
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var waiting = Task.Delay(LongestHold, time, enough.Token);
            await Task.WhenAny(held.Toast.Task, waiting);
            held.Toast.TrySetResult(new Toast((held.Committed ? texts.Done : texts.Received).Replace("{bot}", bot, StringComparison.Ordinal)));
            await SendAsync(click, await held.Toast.Task, cancellation);
            await enough.CancelAsync();
            await Task.Delay(Lasting + Lasting, time, cancellation);
        }
        catch (OperationCanceledException)
        {
            // We stop; the client shows for a while longer that something is being done.
        }
        finally
        {
            _held.TryRemove(click.Query, out _);
        }
    }

    private async Task SendAsync(Reference.Click click, Toast toast, CancellationToken cancellation)
    {
        var answer = new AnswerCallbackQueryRequest
        {
            CallbackQueryId = click.Query,
            Text = toast is { Url: null, Text.Length: > 0 } ? toast.Text : null,
            ShowAlert = toast is { Url: null, Alert: true },
            Url = toast.Url,
        };
        for (var pause = TimeSpan.FromMilliseconds(500); ; pause *= 2)
        {
            try
            {
                await api.AskAsync(answer, cancellation);
                return;
            }
            catch (TelegramFailure failure) when (failure.Passing && !IsLate(click))
            {
                await Task.Delay(failure.RetryAfter ?? pause, time, cancellation);
            }
            catch (TelegramFailure failure)
            {
                if (failure.Trouble is not Trouble.TooLate) log.LogWarning("Telegram: answering a press: {Failure}", failure.Message);
                return;
            }
        }
    }

    private sealed class Held
    {
        public TaskCompletionSource<Toast> Toast { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public volatile bool Committed;
    }
}
