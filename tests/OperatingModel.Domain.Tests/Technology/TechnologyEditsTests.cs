using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Technology;

public sealed class TechnologyEditsTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 3, 1));

    [Fact]
    public void An_application_supports_a_capability_in_every_unit_in_which_it_applies_and_once()
    {
        var unit = Airline.BusinessUnits[0];
        var model = Airline.With([RowChange.Add(new NotApplicable("C4.3", unit.Code, "Not done here"))], 1);
        model = model.With(TechnologyEdits.AddApplication(model, "Visa desk"), 2);
        var code = model.Table<BusinessApplication>()[^1].Code;
        model = model.With(TechnologyEdits.Support(model, code, "C4.3", Airline.BusinessUnits[1].Code), 3);

        var added = TechnologyEdits.Support(model, code, "C4.3", unit: null).Select(change => change.After).Cast<ApplicationSupport>();
        added.Select(support => support.BusinessUnit).ShouldBe(Airline.BusinessUnits.Skip(2).Select(each => each.Code));
        TechnologyEdits.Support(model, code, "C4.3", Airline.BusinessUnits[1].Code).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_application_and_a_new_vendor_break_no_rule()
    {
        IReadOnlyList<RowChange> changes = [.. TechnologyEdits.AddApplication(Airline, "Visas"), .. TechnologyEdits.AddVendor(Airline, "Visas Ltd")];
        changes.Count.ShouldBe(2);
        ModelRules.CheckChanges(Airline.With(changes, 1), changes).ShouldBeEmpty();
    }
}
