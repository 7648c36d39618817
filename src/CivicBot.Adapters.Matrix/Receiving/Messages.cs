using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Typed lines. Notices, edits and everything that is not text mean nothing.</summary>
internal sealed class Messages(Self self, Speaker speaker, PrivateRooms privately, SharedRooms shared, PrivacyRequests privacy, Patience patience)
{
    public async Task ReadAsync(RoomState room, MatrixEvent happened, Handover handover, CancellationToken cancellation)
    {
        var content = happened.Json.At("content") ?? default;
        if (content.Text("msgtype") != "m.text" || content.Text("body") is not { } body) return;
        if (happened.RelationType == "m.replace" || content.At("m.new_content") is not null) return;

        var inPrivate = await privately.ReadsAloneAsync(room, happened.Sender, patience, cancellation);
        var reply = content.At("m.relates_to", "m.in_reply_to") is not null;
        var line = TypedLine.Read(body, reply, inPrivate, self.User, self.Name);
        if (inPrivate) await privately.SpokeAsync(room.Id, happened.Sender, cancellation);
        if (line.AsksForPrivacy() is { } language)
        {
            await privacy.AnswerAsync(room, happened, inPrivate, language, cancellation);
            return;
        }

        await handover.HandInAsync(
            new Said(line.Text, line.Command)
            {
                EventKey = Names.Key(happened.Id),
                From = await speaker.OfAsync(room, happened.Sender, cancellation),
                In = Speaker.Where(room, inPrivate),
                SeenBy = inPrivate ? SeenBy.Bot : SeenBy.Room,
                Event = happened.Id,
                Admin = !inPrivate && room.IsAdmin(happened.Sender),
                Shares = inPrivate ? await shared.WithAsync(happened.Sender, cancellation) : [],
            },
            cancellation);
    }
}
