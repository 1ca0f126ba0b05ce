using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Web.Features.Models;

/// <summary>The sample and the templates from which a new model can start, with the numbers of their rows in words.</summary>
/// <param name="Sample">What the sample contains, in words.</param>
/// <param name="Templates">The templates, each with what it contains.</param>
internal sealed record Offers(string Sample, IReadOnlyList<(IndustryTemplate Template, string Brings)> Templates)
{
    private static readonly ModelTable[] Counted =
    [
        ModelTables.Of<Stage>(),
        ModelTables.Of<Capability>(),
        ModelTables.Of<BusinessUnit>(),
        ModelTables.Of<StrategicObjective>(),
        ModelTables.Of<Kpi>(),
        ModelTables.Of<Expectation>(),
        ModelTables.Of<OrganisationUnit>(),
        ModelTables.Of<Team>(),
        ModelTables.Of<Assessment>(),
    ];

    private static Offers? _known;

    /// <summary>Returns the offers, counted once because they come with the program.</summary>
    /// <param name="today">Any day; no count depends on it.</param>
    public static Offers Of(DateOnly today) => _known ??= new Offers(
        Brings(SampleModels.Airline(today)),
        [.. Exchange.Samples.Templates.All.Select(template => (template, Brings(template.Model(today))))]);

    /// <summary>Counts the rows of a model in words, e.g. "8 stages, 25 capabilities and 4 business units".</summary>
    public static string Brings(ModelSnapshot model) => NameList.All(
    [
        .. Counted.Select(table => (Table: table, model.Table(table).Rows.Count))
            .Where(list => list.Count > 0)
            .Select(list => ListWords.Of(list.Table).Counted(list.Count)),
    ]);
}
