using System.Globalization;
using System.Text.RegularExpressions;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests;

public sealed partial class ModelRulesTests
{
    private static readonly Breach[] All =
    [
        .. SettingsBreaches.All,
        .. ValueChainBreaches.All,
        .. BusinessUnitBreaches.All,
        .. CapabilityBreaches.All,
        .. AssessmentBreaches.All,
        .. TechnologyBreaches.All,
        .. StrategyBreaches.All,
        .. OrganisationBreaches.All,
        .. TeamBreaches.All,
        .. CustomerChangeBreaches.All,
        .. PortfolioBreaches.All,
        .. RoadmapBreaches.All,
        .. CioBreaches.All,
        .. ScenarioBreaches.All,
    ];

    private static ModelSnapshot Airline => Breach.Airline;

    public static TheoryData<int, string> BrokenRules() => [.. All.Select((breach, i) => (i, breach.ToString()))];

    [Fact]
    public void The_airline_sample_has_no_error_and_the_two_warnings_it_is_meant_to_have()
    {
        var problems = ModelRules.Check(Airline);
        problems.Select(problem => (problem.Severity, problem.Code, problem.Element)).ShouldBe(
        [
            (Severity.Warning, "over-served", "assessments C8.5 · HOL"),
            (Severity.Warning, "approved-although-vetoed", "fundingDecisions SPONSOR · FY26 · I10"),
        ]);
        problems[0].Message.ShouldStartWith("Over-served: level");
        problems[1].Message.ShouldStartWith("approved although vetoed: SPONSOR I10");
    }

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public void A_broken_rule_is_told_at_its_element_and_nothing_else_is(int index, string name)
    {
        var breach = All[index];
        var after = Airline.With(breach.Changes, 1);
        var rule = ModelRules.All.Single(rule => rule.Code == breach.Rule);
        string[] expected = [.. breach.OnlyAsWhole ? [] : new[] { breach.Rule }, .. breach.Besides];

        IReadOnlyList<ModelProblem> caused = ModelRules.CheckChanges(after, breach.Changes);
        caused.Select(problem => problem.Code).ShouldBe(expected, ignoreOrder: true, name);
        caused = breach.OnlyAsWhole ? ModelRules.Check(after) : caused;
        var problem = caused.First(problem => problem.Code == breach.Rule);
        problem.Element.ShouldBe(breach.Element);
        (problem.Severity, problem.Blocks).ShouldBe((rule.Severity, rule.Blocks));

        // The whole check finds the same, besides what stands in the sample anyway.
        var known = ModelRules.Check(Airline).Select(p => (p.Code, p.Element));
        var found = ModelRules.Check(after).Select(p => (p.Code, p.Element));
        found
            .Except(known)
            .Select(p => p.Code)
            .ShouldBe(
                caused.Select(p => (p.Code, p.Element)).Except(known).Select(p => p.Code).Where(code => code != breach.Rule || !breach.OnlyAsChange),
                ignoreOrder: true,
                name);
    }

    [Fact]
    public void Every_rule_is_shown_broken()
    {
        // Rules of fields and references are shown broken for every field, in tests of their own.
        string[] elsewhere = ["field-missing", "field-invalid", "reference-missing"];
        ModelRules.All.Select(rule => rule.Code).ShouldBeUnique();
        All.Select(breach => breach.Rule).Concat(elsewhere).Distinct().Order().ShouldBe(ModelRules.All.Select(rule => rule.Code).Order());
    }

    [Fact]
    public void Warnings_never_block_and_an_unfinished_model_may_be_stored()
    {
        ModelRules.All.Where(rule => rule.Severity == Severity.Warning).ShouldAllBe(rule => !rule.Blocks);
        ModelRules
            .All.Where(rule => rule.Code is "capability-without-stage" or "team-goals" or "change-step-count")
            .ShouldAllBe(rule => !rule.Blocks && rule.Severity == Severity.Error);
    }

    [Fact]
    public void The_same_model_gives_the_same_problems_in_the_same_order()
    {
        var broken = Airline.With(
            [.. All.Where(breach => breach.Changes.Count == 1).SelectMany(breach => breach.Changes).DistinctBy(change => (change.Table, change.Key))],
            1);
        var problems = ModelRules.Check(broken);
        problems.Count.ShouldBeGreaterThan(30);
        ModelRules.Check(broken).ShouldBe(problems);
        problems.Select(problem => problem.Table!.Index).ShouldBeInOrder();
    }

    [Fact]
    public void A_problem_is_the_same_in_every_culture_and_writes_its_numbers_as_its_reader_does()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = All.SelectMany(Messages).ToList();
            foreach (var culture in new[] { "de-DE", "ar-SA", "th-TH" })
            {
                CultureInfo.CurrentCulture = KnownCultures.Find(culture)!;
                All.SelectMany(Messages).Select(Letters).ShouldBe(expected.Select(Letters), culture);
            }

            var settings = Airline.Settings with { ConfidenceLow = 1.5 };
            CultureInfo.CurrentCulture = KnownCultures.Find("de-DE")!;
            ModelRules.CheckChanges(Airline.With([RowChange.Replace(Airline.Settings, settings)], 1), [RowChange.Replace(Airline.Settings, settings)])
                .Select(problem => problem.Message).ShouldContain(message => message.Contains("1,5 is outside the scale", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static IEnumerable<string> Messages(Breach breach) =>
            ModelRules.CheckChanges(Airline.With(breach.Changes, 1), breach.Changes).Select(problem => problem.Message);

        // Numbers and days are written by the culture.
        static string Letters(string message) =>
            string.Concat(Day().Replace(message, "").Where(char.IsAsciiLetter));
    }

    [Fact]
    public void An_empty_model_has_no_problem()
    {
        var empty = ModelSnapshot.Of([Table<ModelMeta>.Of([Airline.Meta])], 0, Airline.Today);
        ModelRules.Check(empty).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d|\d+\.? [^\d\s]+ \d{4}")]
    private static partial Regex Day();
}
