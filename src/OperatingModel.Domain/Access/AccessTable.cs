using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.People;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Access;

/// <summary>
/// Who may do what with which rows of a model: the one table by which every read and every write is decided. Whoever may write
/// rows of a list may read all of them, so that nobody overwrites what is hidden.
/// </summary>
public static class AccessTable
{
    private const RowActions O = RowActions.None;
    private const RowActions R = RowActions.Read;
    private const RowActions C = RowActions.Read | RowActions.Change;
    private const RowActions W = RowActions.All;

    private static readonly Line[] Lines =
    [
        // Viewer, assessor, architect, portfolio manager, security officer, CIO office.
        new([R, R, R, R, R, W], RowKind.Governance,
            [
                typeof(ModelMeta), typeof(ModelSettings), typeof(DecisionType), typeof(DecisionRight), typeof(Effort), typeof(CioProfile),
                typeof(CioStatement),
            ]),
        new([R, R, W, R, R, W], RowKind.Design,
            [
                typeof(StrategicObjective), typeof(ValueChain), typeof(Stage), typeof(Segment), typeof(Touchpoint), typeof(Expectation),
                typeof(BusinessUnit), typeof(Capability), typeof(CapabilityObjective), typeof(StageLink), typeof(Vendor), typeof(BusinessApplication),
                typeof(ApplicationSupport), typeof(Kpi), typeof(MetricInfluence), typeof(GoalRating), typeof(OrganisationUnit),
                typeof(OrganisationUnitPriority), typeof(OrganisationUnitGoal), typeof(Role), typeof(Team), typeof(TeamStage), typeof(TeamDomain),
                typeof(TeamPriority), typeof(TeamGoal), typeof(RequiredRole), typeof(Interaction), typeof(Person), typeof(Allocation),
                typeof(CustomerChange), typeof(ChangeStep), typeof(Skill), typeof(SkillRequirement), typeof(Training), typeof(ChangeReadiness),
                typeof(BuyingCentre), typeof(BuyingCentreSeat), typeof(Scenario), typeof(ArchitectureRecommendation),
            ]),
        new([R, R, W, R, R, W], RowKind.Campaigns,
            [typeof(Campaign), typeof(CampaignCapability), typeof(CampaignUnit), typeof(CampaignAssessor)]),
        new([R, W, W, R, R, W], RowKind.Judgements,
            [typeof(Assessment), typeof(NotApplicable), typeof(CampaignScore), typeof(CampaignAgreement)]),
        new([R, R, W, W, R, W], RowKind.InitiativeEffects, [typeof(Uplift), typeof(CostAllocation)]),
        new([R, R, R, W, R, W], RowKind.Portfolio, [typeof(Initiative), typeof(InitiativePrerequisite), typeof(RoadmapItem)]),
        new([O, O, R, W, O, W], RowKind.Funding, [typeof(FundingRound), typeof(InitiativeCost), typeof(FundingDecision)]),
        new([O, O, C, C, O, C], RowKind.Budgets, []),
        new([R, R, R, R, W, R], RowKind.SecurityReviews, [typeof(SecurityReview)]),
        new([R, W, W, W, W, W], RowKind.ScenarioChoices, [typeof(ScenarioChange)]),
    ];

    /// <summary>The fields of money in lists of other kinds. They may be empty, so that one that is hidden looks unknown and not zero.</summary>
    private static readonly (Type RowType, string Name)[] Money =
    [
        (typeof(BusinessApplication), nameof(BusinessApplication.AnnualRunCost)),
        (typeof(OrganisationUnit), nameof(OrganisationUnit.AnnualBudget)),
        (typeof(Team), nameof(Team.AnnualBudget)),
    ];

    private static readonly RowKind[] Kinds = [.. ModelTables.All.Select(table => Lines.Single(line => line.Lists.Contains(table.RowType)).Kind)];

    private static readonly ModelField[][] MoneyFields =
    [
        .. ModelTables.All.Select(table =>
            Money.Where(field => field.RowType == table.RowType).Select(field => Field(table, field.Name)).ToArray()),
    ];

    /// <summary>The single roles, in the order of the columns.</summary>
    public static IReadOnlyList<ModelRoles> Roles { get; } = [.. Enum.GetValues<ModelRoles>().Where(role => int.PopCount((int)role) == 1)];

    /// <summary>Who creates models, puts them into the bin and takes them back.</summary>
    public static ModelRoles Keepers => ModelRoles.CioOffice;

    public static RowKind KindOf(ModelTable table) => Kinds[table.Index];

    /// <summary>The fields of the list that are of the kind <see cref="RowKind.Budgets"/>.</summary>
    public static IReadOnlyList<ModelField> MoneyOf(ModelTable table) => MoneyFields[table.Index];

    /// <summary>What these roles together may do with rows of this kind.</summary>
    public static RowActions Of(ModelRoles roles, RowKind kind) =>
        Roles.Where(role => roles.HasFlag(role)).Aggregate(RowActions.None, (all, role) => all | CellOf(role, kind));

    public static bool May(ModelRoles roles, RowActions action, RowKind kind) => Of(roles, kind).HasFlag(action);

    /// <summary>The single roles of which each is enough.</summary>
    public static IEnumerable<ModelRoles> WhoMay(RowActions action, RowKind kind) => Roles.Where(role => May(role, action, kind));

    private static RowActions CellOf(ModelRoles role, RowKind kind) => Array.Find(Lines, line => line.Kind == kind)!.Cells[int.Log2((int)role)];

    private static ModelField Field(ModelTable table, string name) => table.Fields.Single(field => field.Name == name && field.IsOptional);

    private sealed record Line(RowActions[] Cells, RowKind Kind, Type[] Lists);
}
