using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests;

/// <summary>What journeys do on pages, in the words of users.</summary>
internal static class Pages
{
    /// <summary>A new window that fails the test when the browser reports an error.</summary>
    public static async Task<IPage> NewWindowAsync(this IBrowserContext user, List<string> errors)
    {
        var page = await user.NewPageAsync();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        return page;
    }

    public static ILocator Cell(this IPage page, string row, string column) =>
        page.Locator($"[role=gridcell][data-row='{row}'][data-column='{column}']");

    public static ILocator RowHeader(this IPage page, string row) => page.Locator($"[role=rowheader][data-row='{row}']");

    public static ILocator Drawer(this IPage page, string name) => page.GetByRole(AriaRole.Complementary, new() { Name = name });

    /// <summary>Leaves a page whose server is gone, so that it does not come back by itself while a test opens it again.</summary>
    /// <returns>The address it had.</returns>
    public static async Task<string> LeaveAsync(this IPage page)
    {
        var address = page.Url;
        await page.GotoAsync("about:blank");
        return address;
    }

    /// <summary>Chooses a file as soon as the page listens to it.</summary>
    public static async Task GiveAsync(this IPage page, FilePayload file)
    {
        await page.WaitForFunctionAsync("() => document.querySelector('input[type=file]')?._blazorInputFileNextFileId !== undefined");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
    }

    public static ILocator Scale(this ILocator editor, string name) => editor.GetByRole(AriaRole.Radiogroup, new() { Name = name });

    /// <summary>Waits until the grid has drawn the cell with this number.</summary>
    public static Task ShowsAsync(this ILocator cell, string number) => Expect(cell).ToHaveTextAsync(new Regex($"^\\s*{Regex.Escape(number)}\\s*$"));
}
