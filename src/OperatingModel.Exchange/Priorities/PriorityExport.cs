using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Priorities;

/// <summary>
/// Funding priorities for the tools in which money is given out: every capability that serves a stage, the most urgent first, with
/// what the place rests on. One content for all formats; the same model, weights, moment and person always give the same bytes.
/// </summary>
public sealed class PriorityExport
{
    private readonly ILookup<string, string> _objectives;
    private readonly ILookup<string, InstanceEnablement> _holes;
    private readonly Dictionary<string, DateOnly> _oldest;

    /// <param name="weights">Those of the model or of a what-if.</param>
    /// <param name="exportedBy">As people know the user.</param>
    /// <param name="scope">All without a line when null.</param>
    public PriorityExport(ModelSnapshot model, HeatWeights weights, DateTimeOffset exportedAt, string exportedBy, PriorityScope? scope = null)
    {
        var own = HeatWeights.Of(model);
        (Model, OwnWeights, ExportedAt, ExportedBy, Scope) = (model, own, exportedAt, exportedBy, scope ?? PriorityScope.All);
        Cube = weights.Equals(own) ? model.Cube : model.Cube.Reweighted(weights);
        Columns = PriorityColumns.Of(Cube, model, Scope.Line);
        _objectives = model.Table<CapabilityObjective>().ToLookup(row => row.Capability, row => row.Objective, StringComparer.Ordinal);
        _holes = model.Enablement.Holes
            .Where(hole => Cube.UnitIndex(hole.BusinessUnit) >= 0)
            .ToLookup(hole => hole.Capability, StringComparer.Ordinal);
        _oldest = OldestAssessments(model, Cube);
    }

    public ModelSnapshot Model { get; }

    public HeatCube Cube { get; }

    public DateTimeOffset ExportedAt { get; }

    public string ExportedBy { get; }

    public PriorityScope Scope { get; }

    /// <summary>How many rows there are.</summary>
    public int Listed => Cube.Priorities.Shown.Count(Scope.IsListed);

    /// <summary>Whether other weights than the model's own are being tried.</summary>
    public bool IsWhatIf => !Cube.Weights.Equals(OwnWeights);

    /// <summary>The basis of the weights of business units; null when it is none of those that models know.</summary>
    public WeightBasis? UnitBasis => Enum.GetValues<WeightBasis>()
        .OrderByDescending(basis => basis == Model.Settings.BusinessUnitWeightBasis)
        .Select(basis => (WeightBasis?)basis)
        .FirstOrDefault(basis => Cube.Weights.WithUnitBasis(Model, basis!.Value).Equals(Cube.Weights));

    /// <summary>Codes of leaf capabilities that serve no stage: nothing depends on them, so they have no priority and no row.</summary>
    public IReadOnlyList<string> WithoutStage => [.. Model.Tree.Leaves.Except(Cube.Leaves).Select(leaf => Model.Tree[leaf].Code)];

    internal HeatWeights OwnWeights { get; }

    internal IReadOnlyList<TableColumn<PriorityRow>> Columns { get; }

    /// <summary>In the order of the screen, made one by one. Shares and sums are those of the whole ranking, whatever is listed.</summary>
    internal IEnumerable<PriorityRow> Rows()
    {
        var total = Cube.Priorities.TotalNeed;
        double sum = 0;
        foreach (var priority in Cube.Priorities.Shown)
        {
            sum += priority.Need ?? 0;
            if (!Scope.IsListed(priority))
            {
                continue;
            }

            yield return RowOf(priority) with
            {
                NeedShare = total > 0 ? priority.Need / total : null,
                CumulativeShare = total > 0 && priority.Need is not null ? sum / total : null,
            };
        }
    }

    private PriorityRow RowOf(Priority priority)
    {
        var capability = Model.Tree[priority.Node];
        return new PriorityRow
        {
            Priority = priority,
            Level1 = Model.Tree[Model.Tree.PathUp(priority.Node).Last()],
            Objectives = [.. _objectives[capability.Code]],
            OwnerTeamCode = capability.OwnerTeam,
            OwnerTeam = capability.OwnerTeam is { } team ? Model.Table<Team>().Find(team) : null,
            OldestAssessment = _oldest.TryGetValue(capability.Code, out var day) ? day : null,
            ByStage = Amounts(Cube.PriorityByStage(priority.Node)),
            ByUnit = Amounts(Cube.PriorityByUnit(priority.Node)),
            GapingHoles = [.. UnitsWith(capability, TechnologyHole.GapingHole)],
            WeakTechnology = [.. UnitsWith(capability, TechnologyHole.WeakTechnology)],
            NotAssessed = [.. Cube.MissingScores(node: priority.Node).Select(missing => missing.BusinessUnit)],
        };
    }

    private IEnumerable<string> UnitsWith(Capability capability, TechnologyHole hole) =>
        _holes[capability.Code].Where(instance => instance.Hole == hole).Select(instance => instance.BusinessUnit);

    private static Dictionary<string, double> Amounts(IEnumerable<Contribution> parts) =>
        parts.ToDictionary(part => part.Code, part => part.Amount, StringComparer.Ordinal);

    private static Dictionary<string, DateOnly> OldestAssessments(ModelSnapshot model, HeatCube cube)
    {
        var oldest = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var assessment in model.Assessments)
        {
            if (cube.UnitIndex(assessment.BusinessUnit) >= 0
                && !(oldest.TryGetValue(assessment.Capability, out var day) && day <= assessment.AssessedOn))
            {
                oldest[assessment.Capability] = assessment.AssessedOn;
            }
        }

        return oldest;
    }
}
