using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>Who gets to read a document where: the group, he who asked, a member in private.</summary>
internal sealed class Deliveries(Outgoing outgoing, Answers answers, Toasts toasts)
{
    public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation) => delivery.To switch
    {
        Destination.ToRoom room => ToRoomAsync(delivery, room, cancellation),
        Destination.ToMember member => ToMemberAsync(delivery, member, cancellation),
        Destination.ToAsker asker => ToAskerAsync(delivery, asker, cancellation),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<Delivered> ToRoomAsync(Delivery delivery, Destination.ToRoom to, CancellationToken cancellation)
    {
        if (Names.Read(to.Room) is not { } spot) return Foreign(to.Room);
        var answered = Reference.Read(to.Answers);
        if (answered is Reference.Click click) toasts.Say(click, Toast.Nothing, cancellation); // he sees it in the group, as everyone does
        int? message = answered switch
        {
            Reference.Line line when line.Chat == spot.Chat => line.Message,
            Reference.Ours ours when ours.Chat == spot.Chat => ours.Message,
            _ => null,
        };
        return await outgoing.PostAsync(delivery, new Post(spot, message), cancellation);
    }

    private async Task<Delivered> ToAskerAsync(Delivery delivery, Destination.ToAsker to, CancellationToken cancellation)
    {
        if (Names.Read(to.In) is not { } spot) return Foreign(to.In);
        if (Names.Id(to.Account) is not { } account) return Foreign(to.Account);
        return to.Private
            ? await answers.InPrivateAsync(delivery, spot, Reference.Read(to.Event), cancellation)
            : await answers.InAGroupAsync(delivery, new Asker(account, to.Name, spot, Reference.Read(to.Event)), cancellation);
    }

    private async Task<Delivered> ToMemberAsync(Delivery delivery, Destination.ToMember to, CancellationToken cancellation) =>
        Names.Id(to.Account) is { } account ? await outgoing.PostAsync(delivery, new Post(new Spot(account)), cancellation) : Foreign(to.Account);

    private static Delivered.Never Foreign(string key) => new($"Not Telegram: {key.Split(':')[0]}.");
}
