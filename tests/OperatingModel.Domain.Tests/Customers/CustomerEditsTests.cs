using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Customers;

public sealed class CustomerEditsTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 3, 1));

    [Fact]
    public void A_new_segment_is_as_large_as_the_others_on_average_and_the_first_one_is_all_of_them()
    {
        var others = Airline.Table<Segment>();
        var added = CustomerEdits.AddSegment(Airline, "Crew").Single().After.ShouldBeOfType<Segment>();
        added.Share.ShouldBe(others.Average(other => other.Share), 0.05);

        var empty = NewModels.Empty("Bank", "BANK", new DateOnly(2026, 3, 1));
        CustomerEdits.AddSegment(empty, "Everybody").Single().After.ShouldBeOfType<Segment>().Share.ShouldBe(100);
    }

    [Fact]
    public void An_expectation_can_be_added_with_the_touchpoint_it_is_about()
    {
        var changes = CustomerEdits.AddExpectation(Airline, ("Visa desk", Airline.Stages[0].Code), Airline.Table<Segment>()[0].Code, "No surprise");
        var touchpoint = changes.Select(change => change.After).OfType<Touchpoint>().Single();
        (touchpoint.Name, touchpoint.Stage).ShouldBe(("Visa desk", Airline.Stages[0].Code));
        changes.Select(change => change.After).OfType<Expectation>().Single().Touchpoint.ShouldBe(touchpoint.Code);
        ModelRules.CheckChanges(Airline.With(changes, 1), changes).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_objective_and_a_new_KPI_break_no_rule()
    {
        IReadOnlyList<RowChange> changes = [.. StrategyEdits.AddObjective(Airline, "On time"), .. StrategyEdits.AddKpi(Airline, "Departures")];
        ModelRules.CheckChanges(Airline.With(changes, 1), changes).Where(problem => problem.Blocks).ShouldBeEmpty();
    }
}
