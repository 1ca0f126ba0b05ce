using System.Diagnostics;
using System.Text.RegularExpressions;
using OperatingModel.Application;

namespace OperatingModel.Web.Tests.Faults;

/// <summary>The program as users run it: a process of its own, which can be killed.</summary>
internal sealed partial class ProgramProcess : IDisposable
{
    private readonly Process _process;

    private ProgramProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <param name="address">Where it serves; null for a free port.</param>
    /// <param name="folder">Where it is started; null for its own folder.</param>
    public static async Task<ProgramProcess> StartAsync(
        StorageSettings storage, CancellationToken cancellationToken, Uri? address = null, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "OperatingModel.Web.dll"),
            "--urls", address?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0",
            "--OperatingModel:Storage:Provider", $"{storage.Provider}",
            "--OperatingModel:Storage:DataDirectory", storage.DataDirectory,
            .. storage.ConnectionString is { } database ? ["--OperatingModel:Storage:ConnectionString", database] : Array.Empty<string>(),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (ListeningLine().Match(line) is { Success: true } listening)
            {
                // What else it says must not fill the pipe.
                _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
                return new ProgramProcess(process, new Uri(listening.Groups[1].Value));
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        throw new InvalidOperationException($"The program ended with code {process.ExitCode} before it served.");
    }

    /// <summary>SIGKILL: no goodbye of any kind.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>SIGTERM: it may say goodbye.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync(cancellationToken);
        }

        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex("""Now listening on.*?(http://127\.0\.0\.1:\d+)""")]
    private static partial Regex ListeningLine();
}
