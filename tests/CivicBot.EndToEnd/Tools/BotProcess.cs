using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CivicBot.EndToEnd.Tools;

/// <summary>The bot as it is shipped: a process of its own, with a data folder and a log.</summary>
internal sealed class BotProcess(string data, Dictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly HttpClient Health = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly int port = FreePort();
    private readonly List<string> log = [];
    private Process? process;

    public string Data => data;

    public string Log
    {
        get
        {
            lock (log) return string.Join('\n', log);
        }
    }

    /// <summary>Start it, and wait until it says that it runs.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Surroundings.Host!])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(data)!,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["CIVICBOT_DATA"] = data;
        start.Environment["CIVICBOT_HTTP__PORT"] = port.ToString(CultureInfo.InvariantCulture);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Wait.ForAsync("the bot to be ready", async () => process.HasExited ? throw new InvalidOperationException(Log) : await IsReadyAsync());
    }

    /// <summary><c>kill -9</c></summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await Surroundings.RunAsync("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        using var most = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(most.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) Kill();
        process?.Dispose();
        await Task.CompletedTask;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Health.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (log) log.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
