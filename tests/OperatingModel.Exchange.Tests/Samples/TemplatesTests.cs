using System.Text.Json.Nodes;
using OperatingModel.Domain;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Samples;

public sealed class TemplatesTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    public static TheoryData<string> Ids() => [.. Templates.All.Select(template => template.Id)];

    [Fact]
    public void There_are_five_and_each_says_what_changes_in_its_industry()
    {
        Templates.All.Select(template => template.Id).ShouldBe(["ENTERTAINMENT", "MOBILITY", "UTILITIES", "PUBLIC", "FINANCIAL"]);
        Templates.All.ShouldAllBe(template => template.Industry.Length > 0 && template.Name.Length > 0 && template.BusinessShift.EndsWith('.'));
        Templates.Find("NONE").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_template_is_a_sound_model_in_which_everything_is_unknown(string id)
    {
        var model = Templates.Find(id)!.Model(Today);

        ModelRules.Check(model).ShouldNotContain(problem => problem.Severity == Severity.Error);
        model.Assessments.Count.ShouldBe(0);
        model.Meta.AsOf.ShouldBeNull();
        model.AsOf.ShouldBe(Today);
        model.Settings.BusinessUnitWeightBasis.ShouldBe(WeightBasis.Equal);
        model.Table<Scenario>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            scenario => scenario.Kind.ShouldBe(ScenarioKind.Current),
            scenario => scenario.Name.ShouldBe("Today"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_of_the_template_is_lost(string id)
    {
        var template = JsonNode.Parse(SampleModels.Resource("templates.json"))!["templates"]!.AsArray().Single(t => (string)t!["templateId"]! == id)!;
        var model = Templates.Find(id)!.Model(Today);

        model.Stages.Count.ShouldBe(template["valueChains"]![0]!["stages"]!.AsArray().Count);
        model.BusinessUnits.Select(unit => unit.Name).ShouldBe(Names("suggestedBusinessUnits"));
        model.Capabilities.Select(capability => capability.Name).ShouldBe(Names("capabilities"));
        model.StageLinks.Count.ShouldBe(template["stageLinks"]!.AsArray().Count);
        model.Table<Segment>().Select(segment => segment.Name).ShouldBe(Names("segments"));
        model.Table<StrategicObjective>().Select(objective => objective.Name).ShouldBe(Names("strategicObjectives"));
        model
            .Table<OrganisationUnit>()
            .Select(unit => (unit.Name, unit.Kind))
            .ShouldBe(Names("silos").Select(name => (name, OrganisationUnitKind.Silo)));
        model.Table<Team>().Select(team => team.Name).ShouldBe(Names("teams"));
        model.Table<TeamStage>().Count.ShouldBe(template["teams"]!.AsArray().Sum(team => team!["stages"]!.AsArray().Count));
        model.Table<Kpi>().Select(kpi => kpi.Name).ShouldBe(Names("kpis"));
        var touchpoints = model.Table<Touchpoint>();
        model.Table<Expectation>().Select(expectation => (expectation.Statement, touchpoints.Find(expectation.Touchpoint)!.Stage))
            .ShouldBe(template["expectations"]!.AsArray().Select(expectation => ((string)expectation!["statement"]!, (string)expectation["stage"]!)));
        touchpoints.ShouldAllBe(touchpoint => touchpoint.Name == model.Table<Stage>()[RowKey.Of(touchpoint.Stage)].Name);

        IEnumerable<string> Names(string list) => template[list]!.AsArray().Select(item => (string)item!["name"]!);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_template_can_be_saved_as_a_model_file(string id)
    {
        var model = Templates.Find(id)!.Model(Today);
        var again = ModelFileReader.Read(ModelFileWriter.Write(model), Today);
        again.Problems.ShouldBeEmpty();
        foreach (var table in ModelTables.All)
        {
            again.Model.Table(table).Rows.ShouldBe(model.Table(table).Rows, table.Name);
        }
    }
}
