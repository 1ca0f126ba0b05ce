using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Application.Tests.Persistence;

/// <summary>
/// Another process of this test program that starts the application and is killed, as by kill -9, when the database layer
/// reports some event for the n-th time. It runs one of the explicit tests below.
/// </summary>
public sealed class DyingProcess
{
    private const string Variable = "OPERATINGMODEL_TEST_DYING";

    private sealed record Orders(StorageSettings Settings, string Event, int DieAt, Guid ModelId);

    /// <summary>Starts, prepares the database, and dies; false when it came to its end first.</summary>
    internal static Task<bool> PrepareAsync(StorageSettings settings, int dieAtCommand) =>
        DiesAsync(nameof(Prepare), new Orders(settings, RelationalEventId.CommandExecuting.Name!, dieAtCommand, Guid.Empty));

    /// <summary>
    /// Writes to the model one operation after the other, noting each in the ledger before it is sent and after it is acknowledged, and dies.
    /// </summary>
    internal static Task<bool> WriteAsync(StorageSettings settings, Guid modelId, EventId dieOn, int dieAt) =>
        DiesAsync(nameof(Write), new Orders(settings, dieOn.Name!, dieAt, modelId));

    internal static string LedgerOf(StorageSettings settings) => Path.Combine(settings.DataDirectory, "ledger.txt");

    [Fact(Explicit = true)]
    public async Task Prepare()
    {
        var orders = JsonSerializer.Deserialize<Orders>(Environment.GetEnvironmentVariable(Variable)!)!;
        await using var store = TestStore.On(orders.Settings);
        using var _ = DieOn(orders);
        await store.Database.PrepareAsync(TestContext.Current.CancellationToken);
    }

    [Fact(Explicit = true)]
    public async Task Write()
    {
        var orders = JsonSerializer.Deserialize<Orders>(Environment.GetEnvironmentVariable(Variable)!)!;
        await using var store = TestStore.On(orders.Settings);
        await store.Database.PrepareAsync(TestContext.Current.CancellationToken);
        await using var ledger = new StreamWriter(new FileStream(LedgerOf(orders.Settings), FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            AutoFlush = true,
        };
        using var _ = DieOn(orders);
        while (true)
        {
            var operation = Guid.NewGuid();
            await ledger.WriteLineAsync($"sent {operation}");
            await RenameAsync(store, orders.ModelId, operation);
            await ledger.WriteLineAsync($"acknowledged {operation}");
        }
    }

    internal static Task<WriteResult> RenameAsync(TestStore store, Guid modelId, Guid operation) => store.Writer.WriteAsync(
        modelId,
        new WriteOrder(operation, TestStore.Ann, "Rename a model"),
        model => [RowChange.Replace(model.Meta, model.Meta with { Name = operation.ToString() })],
        TestContext.Current.CancellationToken);

    private static async Task<bool> DiesAsync(string what, Orders orders)
    {
        var program = Path.ChangeExtension(typeof(DyingProcess).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program, ["-explicit", "only", "-method", $"{typeof(DyingProcess).FullName}.{what}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Variable] = JsonSerializer.Serialize(orders) },
        };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var cameToItsEnd = output[0].Contains("TEST EXECUTION SUMMARY", StringComparison.Ordinal);
        process.ExitCode.ShouldBe(cameToItsEnd ? 0 : 137, string.Join(Environment.NewLine, output));
        return !cameToItsEnd;
    }

    private static IDisposable DieOn(Orders orders)
    {
        var left = orders.DieAt;
        return DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
        {
            if (listener.Name == DbLoggerCategory.Name)
            {
                listener.Subscribe(new Observer<KeyValuePair<string, object?>>(reported =>
                {
                    if (reported.Key == orders.Event && Interlocked.Decrement(ref left) == 0)
                    {
                        Process.GetCurrentProcess().Kill();
                    }
                }));
            }
        }));
    }
}
