using System.Net;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>The homeserver said no, or could not be reached. It carries the code and nothing of what was sent.</summary>
/// <param name="status">Null when there was no answer.</param>
internal sealed class MatrixFailure(HttpStatusCode? status, string code, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(status is { } number ? $"The homeserver answered {(int)number} {code}." : $"The homeserver did not answer ({code}).", inner)
{
    public HttpStatusCode? Status => status;

    public string Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>It may go better later, with the very same request.</summary>
    public bool Passing => status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    public bool Throttled => status == HttpStatusCode.TooManyRequests;

    /// <summary>The token is no longer good.</summary>
    public bool LoggedOut => status == HttpStatusCode.Unauthorized || code == "M_UNKNOWN_TOKEN";
}
