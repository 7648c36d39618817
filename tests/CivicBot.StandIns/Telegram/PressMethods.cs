using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Telegram;

/// <summary>Answers to presses: one each, and soon.</summary>
internal sealed class PressMethods(World world)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(15);

    public JsonNode Answer(BotRequest request)
    {
        if (!world.Presses.TryGetValue(request.Text("callback_query_id")!, out var pressing)) throw TooOld();
        if (pressing.Answer.Task.IsCompleted)
        {
            world.Violations.Enqueue("answerCallbackQuery: answered twice");
            throw TooOld();
        }

        if (world.Time.GetUtcNow() - pressing.At > Lasting) throw TooOld();
        var text = request.Text("text") ?? "";
        if (text.Length > 200)
        {
            world.Violations.Enqueue($"answerCallbackQuery: {text.Length} characters");
            throw new ApiError(400, "Bad Request: MESSAGE_TOO_LONG");
        }

        var url = request.Text("url");
        if (url is not null && !url.StartsWith($"https://t.me/{World.BotName}?start=", StringComparison.Ordinal)) throw new ApiError(400, "Bad Request: URL_INVALID");
        var toast = new TelegramToast(text, (bool?)request.Body["show_alert"] ?? false, url);
        pressing.Who.ToastsShown.Add(toast);
        pressing.Answer.SetResult(toast);
        return true;
    }

    private static ApiError TooOld() => new(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
}
