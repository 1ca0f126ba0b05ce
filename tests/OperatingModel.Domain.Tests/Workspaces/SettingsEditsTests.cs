using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Workspaces;

public sealed class SettingsEditsTests
{
    private static readonly ModelSnapshot Mini = Models.Mini();

    private static readonly ModelSettings Seen = Mini.Settings;

    [Fact]
    public void Conventions_and_points_are_changed_together_and_what_stays_is_not_touched()
    {
        var after = Mini.With(SettingsEdits.Weigh(Mini, Seen, Seen with { Alpha = 2 }, [(Stage("SHOP"), 77)]), 2);
        after.Settings.ShouldBe(Seen with { Alpha = 2 });
        after.Stages.Select(stage => stage.ValueWeight).ShouldBe([77, 60]);
        SettingsEdits.Weigh(Mini, Seen, Seen, [(Stage("SHOP"), 77)]).ShouldHaveSingleItem().After.ShouldBe(Stage("SHOP") with { ValueWeight = 77 });
    }

    [Fact]
    public void What_others_changed_meanwhile_in_other_fields_stays()
    {
        var (theirs, shop) = (Seen with { TopK = 9 }, Stage("SHOP"));
        var now = Mini.With([RowChange.Add(theirs), RowChange.Replace(shop, shop with { Name = "Theirs" })], 2);
        var after = now.With(SettingsEdits.Weigh(now, Seen, Seen with { Alpha = 2 }, [(shop, 77)]), 3);
        after.Settings.ShouldBe(theirs with { Alpha = 2 });
        after.Stages.Find("SHOP").ShouldBe(shop with { Name = "Theirs", ValueWeight = 77 });
    }

    [Fact]
    public void A_model_without_any_points_is_refused() => Should
        .Throw<ModelRuleException>(() => SettingsEdits.Weigh(Mini, Seen, Seen, [.. Mini.Stages.Select(stage => (stage, 0d))]))
        .Problems.ShouldBe([new("stages", "No stage would have any points; give at least one a number above 0.")]);

    private static Stage Stage(string code) => Mini.Stages.Find(code)!;
}
