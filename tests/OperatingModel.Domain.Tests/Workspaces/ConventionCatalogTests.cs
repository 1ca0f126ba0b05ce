using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Workspaces;

public sealed class ConventionCatalogTests
{
    private static IEnumerable<Convention> All => ConventionCatalog.All.SelectMany(group => group.Conventions);

    [Fact]
    public void Every_convention_of_a_model_stands_in_the_settings_once()
    {
        // What weighs the units stands beside the units.
        var expected = ModelTables
            .Of<ModelSettings>()
            .Fields.Select(field => field.Name)
            .Where(name => name != nameof(ModelSettings.BusinessUnitWeightBasis));
        All.Select(convention => convention.Field).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Every_convention_says_what_it_changes_and_names_its_formula() =>
        All.ShouldAllBe(convention => convention.Effect.EndsWith('.') && convention.Formula.StartsWith('F') && convention.Label.Length > 0);

    [Fact]
    public void Back_to_default_changes_that_convention_alone()
    {
        var settings = ModelSettings.Default with { Alpha = 2, TopK = 9, BusinessUnitWeightBasis = WeightBasis.Manual };
        var alpha = All.Single(convention => convention.Field == nameof(ModelSettings.Alpha));
        alpha.Differs(settings).ShouldBeTrue();
        alpha.Reset(settings).ShouldBe(settings with { Alpha = 1 });
        alpha.Differs(alpha.Reset(settings)).ShouldBeFalse();
    }
}
