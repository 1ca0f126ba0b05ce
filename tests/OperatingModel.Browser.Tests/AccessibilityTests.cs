using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests;

/// <summary>What axe finds on the pages of the sample, each with a drawer open where the page has one, in both themes.</summary>
public sealed class AccessibilityTests(Browsers browsers)
{
    // What one tries to see before axe looks; a drawer by its name, else a heading.
    private static readonly (string Page, string Query, string Drawer)[] Places =
    [
        ("", "", ""),
        ("value-chains", "?stage=PREP", "Stage"),
        ("expectations", "", ""),
        ("capabilities", "?row=C4.3", "Capability"),
        ("technology", "?row=A01", "Application"),
        ("objectives", "?row=O1", "Objective"),
        ("matrix", "", ""),
        ("assess", "?row=C4.3&col=MAIN", "Assessment"),
        ("campaigns", "", ""),
        ("heat-map", "?row=C4.3&col=PREP", "Why?"),
        ("heat-map", "", "What stands out"),
        ("priorities", "?row=C4.3&line=5", "Why this place?"),
        ("scenarios", "?show=TRANSITION", ""),
        ("priorities", "?scenario=TRANSITION", ""),
        ("settings", "", ""),
        ("settings", "?section=units", ""),
    ];

    private static readonly AxeRunOptions All = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // Best practice that matters in tables and grids, and the rule for those who speak to their computer.
        Rules = new Dictionary<string, RuleOptions>
        {
            ["label-content-name-mismatch"] = new() { Enabled = true },
            ["empty-table-header"] = new() { Enabled = true },
            ["target-size"] = new() { Enabled = true },
        },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] },
        ResultTypes = [ResultType.Violations],
    };

    [Fact]
    public async Task No_page_and_no_drawer_shuts_anybody_out()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        List<string> found = [];
        foreach (var (name, query, drawer) in Places)
        {
            await page.GotoAsync(new Uri(server.Address, name.Length == 0 ? Urls.ModelHome(model) : Urls.Page(model, name) + query).ToString());
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(page.Locator(".loading")).ToHaveCountAsync(0);
            if (drawer.Length > 0)
            {
                await Expect(page.Drawer(drawer)).ToBeVisibleAsync();
            }

            if (await page.Locator(".heat-grid").CountAsync() > 0)
            {
                await Expect(page.Locator("[role=gridcell]").First).ToBeVisibleAsync();
            }

            // The themes differ in nothing but colours.
            foreach (var (theme, options) in new[] { (ColorScheme.Light, All), (ColorScheme.Dark, Colours) })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                var result = await page.RunAxe(options);
                found.AddRange(result.Violations
                    .Where(violation => violation.Impact is "serious" or "critical" || All.Rules.ContainsKey(violation.Id))
                    .Select(violation =>
                        $"{name}{query} {theme}: {violation.Id} ({violation.Impact}) ×{violation.Nodes.Length}: {Where(violation)}"));
            }
        }

        found.ShouldBeEmpty();
        errors.ShouldBeEmpty();
    }

    private static string Where(AxeResultItem violation) => string.Join(" | ", violation.Nodes.Take(2).Select(node =>
        $"{node.Html[..Math.Min(node.Html.Length, 200)]} {node.Any.Concat(node.All).Concat(node.None).FirstOrDefault()?.Message}"));
}
