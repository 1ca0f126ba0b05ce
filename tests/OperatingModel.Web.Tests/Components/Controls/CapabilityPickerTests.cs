using Bunit;
using Microsoft.AspNetCore.Components.Web;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class CapabilityPickerTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public async Task A_few_letters_and_Enter_pick_a_capability_and_empty_the_field_for_the_next()
    {
        await using var context = new MudContext();
        List<string> picked = [];
        var picker = context.Render<CapabilityPicker>(field => field
            .Add(part => part.Model, Airline).Add(part => part.Label, "Add a capability").Add(part => part.OnPicked, picked.Add));
        foreach (var (typed, code) in new[] { ("disruption", "C4.3"), ("C4.1", "C4.1") })
        {
            await picker.Find("input[role=combobox]").InputAsync(new() { Value = typed });
            context.Popovers.WaitForAssertion(() => context.Popovers.Find("[role=option]").TextContent.ShouldContain(code));
            await picker.Find("input[role=combobox]").KeyUpAsync(new KeyboardEventArgs { Key = "Enter" });
            picker.WaitForAssertion(() => picked[^1].ShouldBe(code));
            picker.WaitForAssertion(() => picker.Find("input[role=combobox]").GetAttribute("value").ShouldBeNullOrEmpty());
        }

        picked.ShouldBe(["C4.3", "C4.1"]);
    }

    [Fact]
    public async Task Parents_are_left_out_where_only_leaves_will_do()
    {
        await using var context = new MudContext();
        var picker = context.Render<CapabilityPicker>(field => field
            .Add(part => part.Model, Airline).Add(part => part.Label, "Add").Add(part => part.LeavesOnly, true));
        await picker.Find("input[role=combobox]").InputAsync(new() { Value = "Journey preparation" });
        context.Popovers.WaitForAssertion(() => context.Popovers.Markup.ShouldContain("Nothing is called that."));
    }
}
