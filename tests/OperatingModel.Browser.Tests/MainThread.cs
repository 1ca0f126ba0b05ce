using System.Text.Json;
using Microsoft.Playwright;

namespace OperatingModel.Browser.Tests;

/// <summary>What the browser's own trace says of the thread that draws a page and takes its keys.</summary>
internal static class MainThread
{
    private const string Mark = "operatingmodel-traced";

    /// <summary>
    /// The longest single task while something is done, in milliseconds of processor time: other programs on the machine do not
    /// lengthen it.
    /// </summary>
    public static async Task<double> LongestTaskAsync(this IPage page, Func<Task> act)
    {
        List<JsonElement> events = [];
        var complete = new TaskCompletionSource();
        var browser = await page.Context.Browser!.NewBrowserCDPSessionAsync();
        browser.Event("Tracing.dataCollected").OnEvent += (_, data) =>
            events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(one => one.Clone()));
        browser.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
        await browser.SendAsync(
            "Tracing.start",
            new Dictionary<string, object>
            {
                ["transferMode"] = "ReportEvents",
                ["traceConfig"] = new Dictionary<string, object>
                {
                    ["includedCategories"] = new[] { "disabled-by-default-devtools.timeline", "blink.user_timing" },
                },
            });
        await page.EvaluateAsync($"() => performance.mark('{Mark}')");
        await act();
        await browser.SendAsync("Tracing.end");
        await complete.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await browser.DetachAsync();

        var marked = events.First(one => one.GetProperty("name").GetString() == Mark).GetProperty("pid").GetInt64();

        // A task that was under way as the trace began or ended has no duration.
        var tasks = events.Where(one => one.GetProperty("name").GetString() == "RunTask" && one.TryGetProperty("tdur", out _)
            && one.GetProperty("pid").GetInt64() == marked && one.GetProperty("tid").GetInt64() == marked).ToList();
        tasks.Count.ShouldBeGreaterThan(10, "the trace holds what the page did");
        return tasks.Max(task => task.GetProperty("tdur").GetDouble()) / 1000;
    }
}
