using Microsoft.Extensions.Logging.Console;

namespace CivicBot.Host.Http;

/// <summary>The one HTTP listener: health, and what adapters may be called back on.</summary>
internal static class HttpListener
{
    public static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.ListenAnyIP(port);
            server.Limits.MaxRequestBodySize = 1 << 20;
            server.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            server.AddServerHeader = false;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // Requests are logged by nobody: a path may hold a secret of the platform's.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.None);
        builder.Services.AddSingleton<RunningBot>();
        var app = builder.Build();
        var bot = app.Services.GetRequiredService<RunningBot>();
        app.MapGet("/health", () => Health(bot, bot.IsReady));
        app.MapGet("/health/live", () => Health(bot, healthy: true));
        app.MapGet("/health/ready", () => Health(bot, bot.IsReady));
        app.MapPost("/{platform}", (string platform, HttpRequest request, CancellationToken cancellation) => Webhooks.CallAsync(bot.WebhookOf(platform), request, cancellation));
        return app;
    }

    private static IResult Health(RunningBot bot, bool healthy) =>
        Results.Json(new { status = bot.State, }, statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
