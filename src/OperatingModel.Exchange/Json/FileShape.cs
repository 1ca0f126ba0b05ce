using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Exchange.Json;

/// <summary>One top-level list of a model file: the rows of a list and what is nested in them.</summary>
internal sealed record FileList(string Name, ModelTable Table, IReadOnlyList<FileMember> Members)
{
    /// <summary>Whether the file leaves the list out where it has no rows.</summary>
    public bool IsLeftOutWhenEmpty { get; init; }

    /// <summary>How its objects are read; members read elsewhere come first, then those that only repeat what the model says.</summary>
    public RowShape Shape { get; } =
        new(
            Table,
            null,
            [.. Members.Select(member => member.Name), .. Table.RowType == typeof(Capability) ? [FileShape.LevelName] : Array.Empty<string>()]);
}

/// <summary>How the flat lists of a model are nested in its file, stated once for reading and writing.</summary>
internal static class FileShape
{
    public const string SchemaVersion = "1.0";
    public const string SchemaVersionName = "schemaVersion";
    public const string Meta = "meta";
    public const string Settings = "settings";
    public const string CioProfileName = "cioProfile";

    /// <summary>Derived from the tree, and checked against it when a file is read.</summary>
    public const string LevelName = "level";

    public static IReadOnlyList<FileList> Lists { get; } =
    [
        Flat("strategicObjectives"),
        List<ValueChain>(new ObjectList("stages", ModelTables.Of<Stage>(), nameof(Stage.Chain))),
        Flat("segments"),
        Flat("touchpoints"),
        Flat("expectations"),
        Flat("businessUnits"),
        List<Capability>(new CodeList("objectives", ModelTables.Of<CapabilityObjective>(), nameof(CapabilityObjective.Capability))),
        Flat("stageLinks"),
        Flat("notApplicable"),
        Flat("assessments"),
        Flat("vendors"),
        List<BusinessApplication>(new GroupedList(
            "supports",
            ModelTables.Of<ApplicationSupport>(),
            nameof(ApplicationSupport.Application),
            nameof(ApplicationSupport.Capability),
            nameof(ApplicationSupport.BusinessUnit),
            "businessUnits")),
        Flat("kpis"),
        Flat("metricInfluences"),
        Flat("goalRatings"),
        List<OrganisationUnit>(
            new CodeList("priorities", ModelTables.Of<OrganisationUnitPriority>(), nameof(OrganisationUnitPriority.Unit)),
            new ObjectList("goals", ModelTables.Of<OrganisationUnitGoal>(), nameof(OrganisationUnitGoal.Unit))),
        Flat("roles"),
        List<Team>(
            new CodeList("stages", ModelTables.Of<TeamStage>(), nameof(TeamStage.Team)),
            new ObjectList("domains", ModelTables.Of<TeamDomain>(), nameof(TeamDomain.Team)),
            new CodeList("priorities", ModelTables.Of<TeamPriority>(), nameof(TeamPriority.Team)),
            new ObjectList("goals", ModelTables.Of<TeamGoal>(), nameof(TeamGoal.Team)),
            new ObjectList("requiredRoles", ModelTables.Of<RequiredRole>(), nameof(RequiredRole.Team)),
            new ObjectList("interactions", ModelTables.Of<Interaction>(), nameof(Interaction.Team))),
        Flat("people"),
        Flat("allocations"),
        List<CustomerChange>(new ObjectList("steps", ModelTables.Of<ChangeStep>(), nameof(ChangeStep.Change))),
        Flat("skills"),
        Flat("skillRequirements"),
        Flat("trainings"),
        Flat("changeReadiness"),
        List<BuyingCentre>(Design(BuyingDesign.Current, "current"), Design(BuyingDesign.Target, "target")),
        Flat("fundingRounds"),
        List<Initiative>(
            new ObjectList("costByRound", ModelTables.Of<InitiativeCost>(), nameof(InitiativeCost.Initiative)),
            new CodeList("prerequisites", ModelTables.Of<InitiativePrerequisite>(), nameof(InitiativePrerequisite.Initiative)),
            new ObjectList("uplifts", ModelTables.Of<Uplift>(), nameof(Uplift.Initiative)),
            new ObjectList("costAllocation", ModelTables.Of<CostAllocation>(), nameof(CostAllocation.Initiative))),
        Flat("architectureRecommendations"),
        Flat("securityReviews"),
        Flat("fundingDecisions"),
        new FileList(
            "decisionRights",
            ModelTables.Of<DecisionType>(),
            [
                new CodeMap(
                    "rights",
                    ModelTables.Of<DecisionRight>(),
                    nameof(DecisionRight.Decision),
                    nameof(DecisionRight.Holder),
                    nameof(DecisionRight.Letters)),
            ]),
        Flat("roadmapItems"),
        Flat("effort"),
        Flat("scenarios"),
        Flat("scenarioChanges") with { IsLeftOutWhenEmpty = true },
        List<Campaign>(
            new CodeList("capabilities", ModelTables.Of<CampaignCapability>(), nameof(CampaignCapability.Campaign)),
            new CodeList("businessUnits", ModelTables.Of<CampaignUnit>(), nameof(CampaignUnit.Campaign)),
            new ObjectList("assessors", ModelTables.Of<CampaignAssessor>(), nameof(CampaignAssessor.Campaign)),
            new ObjectList("scores", ModelTables.Of<CampaignScore>(), nameof(CampaignScore.Campaign)),
            new ObjectList("agreements", ModelTables.Of<CampaignAgreement>(), nameof(CampaignAgreement.Campaign))) with { IsLeftOutWhenEmpty = true },
    ];

    public const string CioStatementsName = "items";

    /// <summary>The single profile of the CIO, and the rated statements inside it; their owner is the model itself.</summary>
    public static RowShape CioProfile { get; } = new(ModelTables.Of<CioProfile>(), null, [CioStatementsName]);

    public static RowShape CioStatement { get; } = new(ModelTables.Of<CioStatement>(), null, []);

    public static void WriteFields(Utf8JsonWriter json, IEnumerable<ModelField> fields, ModelRow row)
    {
        foreach (var field in fields)
        {
            field.Write(json, row);
        }
    }

    private static FileList Flat(string table) => new(table, ModelTables.Find(table)!, []);

    private static FileList List<T>(params FileMember[] members) where T : ModelRow => new(ModelTables.Of<T>().Name, ModelTables.Of<T>(), members);

    private static DesignMap Design(BuyingDesign design, string name) => new(
        name,
        ModelTables.Of<BuyingCentreSeat>(),
        nameof(BuyingCentreSeat.Vendor),
        nameof(BuyingCentreSeat.Design),
        design,
        nameof(BuyingCentreSeat.Role),
        nameof(BuyingCentreSeat.Unit));
}
