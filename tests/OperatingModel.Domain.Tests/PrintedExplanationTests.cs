using FsCheck.Fluent;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests;

public sealed class PrintedExplanationTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(Models.Today);

    [Fact]
    public void Every_figure_of_the_airline_adds_up_with_a_pocket_calculator()
    {
        Explanation[] all = [.. OfIndicators(Airline), .. OfCells(Airline)];
        all.Length.ShouldBeGreaterThan(500);
        foreach (var explanation in all)
        {
            ShouldHold(explanation, int.MaxValue);
            ShouldHold(explanation, 3);
        }

        all.Select(explanation => explanation.Print()).Count(printed => printed.Calculation is not null).ShouldBeGreaterThan(400);
        all.Count(explanation => IsApproximate(explanation.Print())).ShouldBeLessThan(all.Length / 100);
    }

    [Fact]
    public void Every_figure_of_the_templates_adds_up_with_a_pocket_calculator()
    {
        foreach (var explanation in Templates.All.SelectMany(template => OfIndicators(template.Model(Models.Today))))
        {
            ShouldHold(explanation, int.MaxValue);
        }
    }

    [Fact]
    public void Every_figure_of_any_model_adds_up_with_a_pocket_calculator() => RandomModels.ForAll(model =>
    {
        foreach (var explanation in OfCells(model.Snapshot))
        {
            ShouldHold(explanation, int.MaxValue);
            ShouldHold(explanation, 2);
        }
    });

    [Fact]
    public void Any_parts_add_up_to_their_printed_total() => RandomModels.ForAll(
        Gen.Choose(-9999, 9999).Select(n => n / 77.0).ArrayOf(),
        amounts => ShouldHold(Sum(amounts), 4));

    [Fact]
    public void What_no_number_of_digits_reproduces_is_called_approximate()
    {
        var unit = new FigureUnit("", 1);
        Formula.Of("", 1.0 / 3, unit).Print(7, unit).IsExact.ShouldBeFalse();
        (Sum(7) with { Unit = unit, Formula = Formula.Of("", 6, unit) }).Print().Calculation.ShouldBe("6 ≈ 7");
    }

    [Fact]
    public void The_rest_is_named_with_its_amount()
    {
        var printed = Sum(5, -16, 42.8, 1, 11, 3.9).Print(3);
        printed.Terms.Select(term => $"{term.Label} {term.Amount}").ShouldBe(["P1 -16.0", "P2 42.8", "P4 11.0", "3 more 9.9"]);
        printed.Total.ShouldBe("47.7");
    }

    private static Explanation Sum(params double[] amounts) => new(
        "Sum", "", amounts.Sum(), FigureUnit.Points, [.. amounts.Select((amount, i) => new ExplanationTerm($"P{i}", [], amount))], [], []);

    private static IEnumerable<Explanation> OfIndicators(ModelSnapshot model)
    {
        var analyses = new ModelAnalyses(model);
        return IndicatorsJson.All.SelectMany(indicator => indicator.Figures(analyses))
            .SelectMany(figure => figure.Explanations).Select(open => open());
    }

    private static IEnumerable<Explanation> OfCells(ModelSnapshot model)
    {
        var cube = model.Cube;
        for (var node = -1; node < cube.Tree.Count; node++)
        {
            for (var stage = -1; stage < cube.Stages.Count; stage++)
            {
                for (var unit = -1; unit < cube.Units.Count; unit++)
                {
                    yield return cube.Explain(node, stage, unit);
                }
            }
        }

        foreach (var item in cube.Priorities.Items)
        {
            yield return cube.ExplainPriority(item.Node);
            yield return cube.ExplainDifference(cube.Priorities.Items[0].Node, item.Node);
        }

        yield return cube.Priorities.ExplainTotalNeed();
    }

    private static bool IsApproximate(PrintedExplanation printed) =>
        printed.Calculation?.Contains('≈', StringComparison.Ordinal) == true || printed.Total.StartsWith('≈')
        || printed.Terms.Any(term => term.Calculation?.StartsWith('≈') == true);

    private static void ShouldHold(Explanation explanation, int most)
    {
        var printed = explanation.Print(most);
        if (explanation.Figure is null)
        {
            printed.ShouldBe(new PrintedExplanation(null, printed.Terms, ""), explanation.Title);
            printed.Terms.ShouldBeEmpty(explanation.Title);
            return;
        }

        if (printed.Calculation?.Split(" = ") is [var formula, var result])
        {
            ShouldComeTo(PocketCalculator.Of(formula), result, $"{explanation.Title}: {printed.Calculation}");
        }

        if (printed.Terms.Count > 0 && !printed.Total.StartsWith('≈'))
        {
            ShouldComeTo(
                printed.Terms.Sum(term => PocketCalculator.Printed(term.Amount).Value),
                printed.Total,
                $"{explanation.Title}: sum of the terms");
        }

        foreach (var term in printed.Terms.Where(term => term.Calculation?.StartsWith('≈') == false))
        {
            ShouldComeTo(
                PocketCalculator.Of(term.Calculation!),
                term.Amount,
                $"{explanation.Title}, {term.Label}: {term.Calculation} = {term.Amount}");
        }
    }

    // The result as the reader rounds it: half a unit of its last digit, and the noise of the calculator.
    private static void ShouldComeTo(double value, string printed, string message)
    {
        var (result, digit) = PocketCalculator.Printed(printed);
        Math.Abs(value - result).ShouldBeLessThanOrEqualTo((digit / 2) + 1e-9, message);
    }
}
