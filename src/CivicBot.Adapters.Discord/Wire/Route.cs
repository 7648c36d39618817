namespace CivicBot.Adapters.Discord.Wire;

/// <summary>A request's way. Limits are counted by its shape and its main thing.</summary>
/// <param name="Shape">Method and path with the ids left out.</param>
/// <param name="Path">As it is asked, relative to the API.</param>
/// <param name="Major">The channel, server or webhook that limits are counted by.</param>
internal sealed record Route(HttpMethod Method, string Shape, string Path, string Major)
{
    /// <summary>First answers: never held back, for they have three seconds.</summary>
    public bool Urgent { get; init; }

    /// <summary>Authorized by the token in its path, and outside the limit for all requests.</summary>
    public bool OfInteraction { get; init; }

    public static Route To(HttpMethod method, string shape, string major = "", params ReadOnlySpan<string> ids)
    {
        var path = shape;
        foreach (var id in ids)
        {
            var (open, close) = (path.IndexOf('{', StringComparison.Ordinal), path.IndexOf('}', StringComparison.Ordinal));
            path = string.Concat(path.AsSpan(0, open), Uri.EscapeDataString(id), path.AsSpan(close + 1));
        }

        return new Route(method, $"{method} {shape}", path, major);
    }
}
