using System.Net.Http.Headers;
using CivicBot.Adapters.Discord.Wire;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Discord.Tests;

public class KeepingToLimits
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public void Waits_where_nothing_is_left_and_only_there()
    {
        var limits = new RateLimits(_time);
        limits.Learn(Send("1"), Headers("abc", left: 0, after: 2.5));
        limits.Take(Send("1")).ShouldBe(TimeSpan.FromSeconds(2.5));
        limits.Take(Send("2")).ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(2.5));
        limits.Take(Send("1")).ShouldBeNull();
    }

    [Fact]
    public void Counts_what_is_on_its_way()
    {
        var limits = new RateLimits(_time);
        limits.Learn(Send("1"), Headers("abc", left: 2, after: 5));
        limits.Take(Send("1")).ShouldBeNull();
        limits.Take(Send("1")).ShouldBeNull();
        limits.Take(Send("1")).ShouldNotBeNull();
    }

    [Fact]
    public void Knows_that_two_shapes_share_a_bucket()
    {
        var limits = new RateLimits(_time);
        var other = Route.To(HttpMethod.Get, "channels/{id}/messages", "1", "1");
        limits.Learn(other, Headers("abc", left: 9, after: 5));
        limits.Learn(Send("1"), Headers("abc", left: 0, after: 5));
        limits.Take(other).ShouldNotBeNull();
    }

    [Fact]
    public void Sends_fifty_a_second_over_all_and_first_answers_besides()
    {
        var limits = new RateLimits(_time);
        for (var n = 0; n < 50; n++) limits.Take(Send($"{n}")).ShouldBeNull();
        limits.Take(Send("x")).ShouldNotBeNull();
        limits.Take(Send("x") with { Urgent = true }).ShouldBeNull();
        limits.Take(Send("x") with { OfInteraction = true }).ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(1));
        limits.Take(Send("x")).ShouldBeNull();
    }

    [Fact]
    public void Stops_everywhere_when_asked_to()
    {
        var limits = new RateLimits(_time);
        limits.Exceeded(Send("1"), TimeSpan.FromSeconds(3), everywhere: true);
        limits.Take(Send("2")).ShouldBe(TimeSpan.FromSeconds(3));
        limits.Take(Send("2") with { Urgent = true }).ShouldBeNull();
    }

    [Fact]
    public void Forgets_refusals_after_ten_minutes()
    {
        var invalid = new InvalidRequests(2, _time);
        invalid.Note();
        _time.Advance(TimeSpan.FromMinutes(4));
        invalid.Note();
        invalid.Wait().ShouldBe(TimeSpan.FromMinutes(6));
        _time.Advance(TimeSpan.FromMinutes(6));
        invalid.Wait().ShouldBeNull();
    }

    private static Route Send(string channel) => Route.To(HttpMethod.Post, "channels/{id}/messages", channel, channel);

    private static HttpResponseHeaders Headers(string bucket, int left, double after)
    {
        using var response = new HttpResponseMessage();
        response.Headers.Add("X-RateLimit-Bucket", bucket);
        response.Headers.Add("X-RateLimit-Remaining", left.ToString(System.Globalization.CultureInfo.InvariantCulture));
        response.Headers.Add("X-RateLimit-Reset-After", after.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return response.Headers;
    }
}
