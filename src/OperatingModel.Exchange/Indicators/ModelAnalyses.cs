using OperatingModel.Domain;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Homogeneity;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>A model with the results that several indicators draw on, each computed once, when first asked for.</summary>
public sealed class ModelAnalyses(ModelSnapshot model)
{
    private readonly Lazy<HomogeneityMap> _homogeneity = new(() => HomogeneityMap.Compute(model));
    private readonly Lazy<ChangeSimulation> _changes = new(() => ChangeSimulation.Compute(model));
    private readonly Lazy<IReadOnlyList<TeamOutcome>> _outcomes = new(() => TeamOutcome.Compute(model));
    private readonly Lazy<Ownership> _ownership = new(() => Ownership.Compute(model));
    private readonly Lazy<IReadOnlyList<FundingAlignment>> _funding = new(() => FundingAlignment.AllOf(model));
    private readonly Lazy<Trajectory> _trajectory = new(() => Trajectory.Of(model));
    private readonly Lazy<BestPortfolio> _portfolio = new(() => BestPortfolio.Of(model));

    public ModelSnapshot Model => model;

    public HeatCube Cube => model.Cube;

    public HomogeneityMap Homogeneity => _homogeneity.Value;

    public ChangeSimulation Changes => _changes.Value;

    public IReadOnlyList<TeamOutcome> Outcomes => _outcomes.Value;

    public Ownership Ownership => _ownership.Value;

    public IReadOnlyList<FundingAlignment> Funding => _funding.Value;

    public Trajectory Trajectory => _trajectory.Value;

    internal BestPortfolio Portfolio => _portfolio.Value;
}

/// <summary>The question which initiatives are worth the money, and its answer (F10).</summary>
internal sealed record BestPortfolio(PortfolioProblem Problem, SelectionResult Best)
{
    public static BestPortfolio Of(ModelSnapshot model)
    {
        var problem = PortfolioProblem.Of(model);
        return new BestPortfolio(problem, Selection.Compute(problem));
    }

    public Explanation ExplainVerdict(string code, ModelSnapshot model) =>
        InitiativeVerdicts.OfOne(Problem, Best, code)?.Explain(Problem, Best, model) ?? Best.Explain(Problem, model);
}
