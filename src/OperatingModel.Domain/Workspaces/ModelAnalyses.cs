using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Homogeneity;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Workspaces;

/// <summary>The results that several screens and indicators draw on, each computed once, when first asked for.</summary>
/// <param name="limits">For all searches together; the usual ones when null.</param>
/// <param name="progress">How far the searches are, in words.</param>
public sealed class ModelAnalyses(ModelSnapshot model, SearchLimits? limits = null, IProgress<string>? progress = null)
{
    private readonly Lazy<IReadOnlyList<SuggestedPoints>> _suggested = new(() => SuggestedPoints.Of(model));
    private readonly Lazy<IReadOnlyList<ScaleDiscipline>> _scaleUse = new(() => ScaleDiscipline.Compute(model));
    private readonly Lazy<HomogeneityMap> _homogeneity = new(() => HomogeneityMap.Compute(model));
    private readonly Lazy<ChangeSimulation> _changes = new(() => ChangeSimulation.Compute(model));
    private readonly Lazy<IReadOnlyList<TeamOutcome>> _outcomes = new(() => TeamOutcome.Compute(model));
    private readonly Lazy<Ownership> _ownership = new(() => Ownership.Compute(model));
    private readonly Lazy<EffortBalance> _effort = new(() => EffortBalance.Compute(model));
    private readonly Lazy<IReadOnlyList<FundingAlignment>> _funding = new(() => FundingAlignment.AllOf(model));
    private readonly Lazy<Trajectory> _trajectory = new(() => Trajectory.Of(model));
    private readonly Lazy<BestPortfolio> _portfolio = new(() => BestPortfolio.Of(model, limits ?? SearchLimits.Default, progress));

    public ModelSnapshot Model => model;

    public HeatCube Cube => model.Cube;

    /// <summary>What customers say each stage should weigh (F1); stages they were not asked about are left out.</summary>
    public IReadOnlyList<SuggestedPoints> Suggested => _suggested.Value;

    /// <summary>How each business unit uses the scales (F24).</summary>
    public IReadOnlyList<ScaleDiscipline> ScaleUse => _scaleUse.Value;

    public HomogeneityMap Homogeneity => _homogeneity.Value;

    public ChangeSimulation Changes => _changes.Value;

    public IReadOnlyList<TeamOutcome> Outcomes => _outcomes.Value;

    public Ownership Ownership => _ownership.Value;

    public EffortBalance Effort => _effort.Value;

    public IReadOnlyList<FundingAlignment> Funding => _funding.Value;

    public Trajectory Trajectory => _trajectory.Value;

    /// <summary>The search may take as long as its limits allow.</summary>
    public BestPortfolio Portfolio => _portfolio.Value;

    /// <summary>The result of the search for the best selection; null until somebody asks for it.</summary>
    public SelectionResult? Searched => _portfolio.IsValueCreated ? _portfolio.Value.Best : null;

    /// <summary>The number of initiatives, among those asked about, whose search ended before the answer was proven.</summary>
    public int Unproven => _portfolio.IsValueCreated ? _portfolio.Value.Unproven : 0;
}
