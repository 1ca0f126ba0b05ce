using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Indicators;

public sealed class IndicatorFiguresTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly ModelSnapshot Model = SampleModels.Airline(Today);

    private static readonly ModelAnalyses Analyses = new(Model);

    private static readonly IndicatorFigures Figures = new(Analyses);

    public static TheoryData<string> Keys() => [.. IndicatorsJson.All.Select(indicator => indicator.Key)];

    public static TheoryData<string> Lists() => [.. ModelTables.All.Where(table => table != ModelTables.Of<ModelMeta>()).Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_indicator_of_the_sample_says_what_it_means_and_opens_figures_whose_terms_add_up(string key)
    {
        var indicator = IndicatorsJson.All.Single(indicator => indicator.Key == key);
        indicator.Meaning.ShouldEndWith(".");
        OpenFigure[] figures = [.. indicator.Figures(Analyses)];
        figures.ShouldNotBeEmpty();
        figures.Select(figure => figure.Path).ShouldBeUnique();
        foreach (var explanation in figures.SelectMany(figure => figure.Explanations).Select(open => open()))
        {
            explanation.Title.ShouldNotBeNullOrWhiteSpace();
            explanation.Words.ShouldNotBeNullOrWhiteSpace(explanation.Title);
            (explanation.Terms.Sum(term => term.Amount) - (explanation.Figure ?? 0)).ShouldBe(0, 1e-6, explanation.Title);
        }
    }

    [Theory]
    [InlineData("enterprise", "heat")]
    [InlineData("byStage.PREP", "byStage", "PREP", "heat")]
    [InlineData("byStageAndBusinessUnit.PREP|MAIN", "byStageAndBusinessUnit", "PREP|MAIN", "heat")]
    [InlineData("homogeneity.C4.1", "homogeneity", "C4.1", "homogeneity")]
    [InlineData("standardisationIndex")]
    [InlineData("totalNeed")]
    [InlineData("stageSuggestion.PREP", "stageSuggestion", "meanOpportunity", "PREP")]
    [InlineData("simulation.C4.2", "simulation", "result", "C4.2", "topK")]
    [InlineData("rankAgreement.alpha=2", "rankAgreement", "alpha=2", "tauB")]
    [InlineData("goals.T-PRE", "goals", "T-PRE", "after", "goalConflict")]
    [InlineData("unitMatrix.CX|TKT", "unitMatrix", "CX|TKT", "conflict")]
    [InlineData("teamInternalConflict.T-SEC", "teamInternalConflict", "T-SEC")]
    [InlineData("people.SE1", "people", "SE1", "utilisation")]
    [InlineData("effort", "effort", "index")]
    [InlineData("architectureAndOfficeShare.target", "architectureAndOfficeShare", "target")]
    [InlineData("readiness.T-PRE", "readiness", "T-PRE", "readiness")]
    [InlineData("conway.ownershipCoverage", "conway", "ownershipCoverage")]
    [InlineData("conway.sharedRunCostShare", "conway", "sharedRunCostShare")]
    [InlineData("scaleUse.MAIN", "scaleUse", "MAIN", "topShare")]
    [InlineData("funding.HEAT|FY26|all", "funding", "HEAT|FY26|all", "leaf", "alignmentIndex")]
    [InlineData("portfolio", "portfolio", "value")]
    [InlineData("portfolioShareOfNeed")]
    [InlineData("portfolioStandalone.I04", "portfolioStandalone", "I04")]
    [InlineData("portfolioExplain.I03", "portfolioExplain", "I03", "regret")]
    [InlineData("portfolioExplain.I04", "portfolioExplain", "I04", "marginal")]
    [InlineData("portfolioGreedy", "portfolioGreedy", "value")]
    [InlineData("governance.SPONSOR", "governance", "SPONSOR", "followedShare")]
    [InlineData("counts.knownCells", "counts", "knownCells")]
    public void The_figure_that_is_opened_is_the_one_that_is_printed(string name, params string[] path)
    {
        var found = Figures.Find(name).ShouldNotBeNull();
        found.IsExact.ShouldBeTrue();
        var printed = IndicatorsJson.ElementOf(found.Indicator, Analyses);
        foreach (var member in path.SkipWhile(member => member == found.Indicator.Key && !printed.TryGetProperty(member, out _)))
        {
            printed = printed.GetProperty(member);
        }

        found.Figures.Single().Explanations[0]().Figure.ShouldNotBeNull().ShouldBe(printed.GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("byStageAndBusinessUnit.PREP.MAIN", "byStageAndBusinessUnit.PREP|MAIN")]
    [InlineData("enterprise.coverage", "enterprise")]
    [InlineData("priorities.C4.3.rankInterval", "priorities.C4.3")]
    [InlineData("teams.T-PRE.coverage.rows.PM", "teams.T-PRE")]
    [InlineData("stageSuggestion.suggestedShare.PREP", "stageSuggestion.PREP")]
    [InlineData("simulation.result.C4.3", "simulation.C4.3")]
    [InlineData("effort.rows.Build", "effort")]
    public void A_path_into_the_output_finds_the_figure_around_it(string name, string expected)
    {
        var found = Figures.Find(name).ShouldNotBeNull();
        found.IsExact.ShouldBeTrue();
        IndicatorFigures.NameOf(found.Indicator, found.Figures.Single()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("priorities", 30)]
    [InlineData("priorities.C3.1", 2)]
    [InlineData("byStageAndBusinessUnit.PREP", 4)]
    [InlineData("funding.SPONSOR", 2)]
    public void A_name_that_leaves_several_figures_open_finds_them_all(string name, int count)
    {
        var found = Figures.Find(name).ShouldNotBeNull();
        found.IsExact.ShouldBeFalse();
        found.Figures.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("heat")]
    [InlineData("Enterprise")]
    [InlineData("enterprise.nonsense")]
    [InlineData("priorities.C9.9")]
    [InlineData("priorities.C4.3.nonsense")]
    [InlineData("priorities.nonsense.C4.3")]
    [InlineData("teams.T-PRE.coverage.rows.NONE")]
    public void What_is_not_printed_is_not_found(string name) => Figures.Find(name).ShouldBeNull();

    [Fact]
    public void The_nearest_names_help_after_a_slip()
    {
        Figures.NearestTo("Enterprise")[0].ShouldBe("enterprise");
        Figures.NearestTo("prioritys")[0].ShouldBe("priorities");
        Figures.NearestTo("priorities.C43")[0].ShouldBe("priorities.C4.3");
        Figures.NearestTo("changes.ch2")[0].ShouldBe("changes.CH2");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_figure_can_be_opened_when_a_list_is_missing(string name)
    {
        var lacking = ModelSnapshot.Of(ModelTables.All.Where(table => table.Name != name).Select(Model.Table), 0, Today);
        Should.NotThrow(() => Open(lacking));
    }

    [Fact]
    public void Every_figure_of_a_model_that_is_only_begun_can_be_opened()
    {
        Open(ModelSnapshot.Of([Model.Table(ModelTables.Of<ModelMeta>())], 0, Today)).ShouldNotBeEmpty();
        foreach (var template in Templates.All)
        {
            Open(template.Model(Today)).ShouldNotBeEmpty();
        }
    }

    private static List<Explanation> Open(ModelSnapshot model)
    {
        var analyses = new ModelAnalyses(model);
        return
        [
            .. IndicatorsJson
                .All.SelectMany(indicator => indicator.Figures(analyses))
                .SelectMany(figure => figure.Explanations)
                .Select(open => open()),
        ];
    }
}
