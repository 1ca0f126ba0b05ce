using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Fields;
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

namespace OperatingModel.Domain;

/// <summary>One field of a row type with the rules stated on it.</summary>
/// <param name="Name">As in code; files spell it in camel case unless a <see cref="FileNameAttribute"/> says otherwise.</param>
/// <param name="IsOptional">Whether the field may be null.</param>
/// <param name="HasDefault">Whether files may leave it out; it then means <paramref name="Default"/>.</param>
public sealed record ModelField(
    PropertyInfo Property,
    string Name,
    string FileName,
    Type Type,
    bool IsOptional,
    bool HasDefault,
    object? Default,
    IReadOnlyList<FieldRuleAttribute> Rules)
{
    private readonly PropertyReader _reader = new(Property);

    public FieldKind Kind { get; } = FieldKind.Of(Type);

    public RefAttribute? Reference { get; } = Rules.OfType<RefAttribute>().FirstOrDefault();

    public object? ValueOf(ModelRow row) => _reader.ValueOf(row);

    /// <summary>
    /// Writes the field as a member of an object in a file. One that is absent by default is written only where it says something.
    /// </summary>
    public void Write(Utf8JsonWriter json, ModelRow row)
    {
        var value = ValueOf(row);
        if (value is null && HasDefault)
        {
            return;
        }

        json.WritePropertyName(FileName);
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            Kind.Write(json, value);
        }
    }
}

/// <summary>The name of a field in files where it is not simply the camel-cased name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FileNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>
/// One list of the model: its name, its row type and its fields. Storage, files and comparisons work on any list through this.
/// </summary>
public sealed class ModelTable
{
    private readonly Func<IEnumerable<ModelRow>, ITable> _create;
    private readonly ConstructorInfo _constructor;

    private ModelTable(string name, int index, Type rowType, Func<IEnumerable<ModelRow>, ITable> create)
    {
        (Name, Index, RowType, _create) = (name, index, rowType, create);
        _constructor = rowType.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        Fields = [.. rowType.GetProperties().Where(p => p.DeclaringType == rowType && p.CanWrite).Select(FieldOf)];
    }

    /// <summary>Plural, in camel case, e.g. <c>stageLinks</c>; unique.</summary>
    public string Name { get; }

    /// <summary>Place in <see cref="ModelTables.All"/>.</summary>
    public int Index { get; }

    public Type RowType { get; }

    /// <summary>The fields in the order they are declared, without key, position and version.</summary>
    public IReadOnlyList<ModelField> Fields { get; }

    public ITable Create(IEnumerable<ModelRow> rows) => _create(rows);

    /// <summary>A row of these values, one per field in the order of <see cref="Fields"/>.</summary>
    public ModelRow NewRow(object?[] values, int position = 0, long version = 0)
    {
        var positional = _constructor.GetParameters().Length == Fields.Count;
        var row = (ModelRow)_constructor.Invoke(positional ? values : null);
        for (var i = 0; !positional && i < Fields.Count; i++)
        {
            Fields[i].Property.SetValue(row, values[i]);
        }

        return row with { Position = position, Version = version };
    }

    /// <summary>The row with other values in some fields.</summary>
    /// <param name="valueOf">The new value of a field, from its present one.</param>
    public ModelRow Rewrite(ModelRow row, Func<ModelField, object?, object?> valueOf) =>
        NewRow([.. Fields.Select(field => valueOf(field, field.ValueOf(row)))], row.Position, row.Version);

    public override string ToString() => Name;

    internal static ModelTable Of<T>(string name, int index) where T : ModelRow =>
        new(name, index, typeof(T), rows => Table<T>.Of(rows.Cast<T>()));

    private ModelField FieldOf(PropertyInfo property)
    {
        var parameter = _constructor.GetParameters().FirstOrDefault(p => p.Name == property.Name);
        var name = property.GetCustomAttribute<FileNameAttribute>()?.Name ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        var nullable = Nullable.GetUnderlyingType(property.PropertyType);
        var optional = nullable is not null
            || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);
        var hasDefault = parameter is null || parameter.HasDefaultValue;
        var @default =
            parameter is { HasDefaultValue: true } ? parameter.DefaultValue
            : parameter is null ? property.GetValue(_constructor.Invoke(null))
            : null;
        return new ModelField(
            property,
            property.Name,
            name,
            nullable ?? property.PropertyType,
            optional,
            hasDefault,
            @default,
            [.. property.GetCustomAttributes<FieldRuleAttribute>()]);
    }
}

/// <summary>All lists of a model, each before those that refer to it where that is possible.</summary>
public static class ModelTables
{
    private static readonly List<ModelTable> Registered = [];

    private static readonly FrozenDictionary<Type, ModelTable> ByType;

    static ModelTables()
    {
        Add<ModelMeta>("meta");
        Add<ModelSettings>("settings");
        Add<StrategicObjective>("strategicObjectives");
        Add<ValueChain>("valueChains");
        Add<Stage>("stages");
        Add<Segment>("segments");
        Add<Touchpoint>("touchpoints");
        Add<Expectation>("expectations");
        Add<BusinessUnit>("businessUnits");
        Add<Capability>("capabilities");
        Add<CapabilityObjective>("capabilityObjectives");
        Add<StageLink>("stageLinks");
        Add<NotApplicable>("notApplicable");
        Add<Assessment>("assessments");
        Add<Vendor>("vendors");
        Add<BusinessApplication>("applications");
        Add<ApplicationSupport>("applicationSupports");
        Add<Kpi>("kpis");
        Add<MetricInfluence>("metricInfluences");
        Add<GoalRating>("goalRatings");
        Add<OrganisationUnit>("organisationUnits");
        Add<OrganisationUnitPriority>("organisationUnitPriorities");
        Add<OrganisationUnitGoal>("organisationUnitGoals");
        Add<Role>("roles");
        Add<Team>("teams");
        Add<TeamStage>("teamStages");
        Add<TeamDomain>("teamDomains");
        Add<TeamPriority>("teamPriorities");
        Add<TeamGoal>("teamGoals");
        Add<RequiredRole>("requiredRoles");
        Add<Interaction>("interactions");
        Add<Person>("people");
        Add<Allocation>("allocations");
        Add<CustomerChange>("customerChanges");
        Add<ChangeStep>("changeSteps");
        Add<Skill>("skills");
        Add<SkillRequirement>("skillRequirements");
        Add<Training>("trainings");
        Add<ChangeReadiness>("changeReadiness");
        Add<BuyingCentre>("buyingCentres");
        Add<BuyingCentreSeat>("buyingCentreSeats");
        Add<FundingRound>("fundingRounds");
        Add<Initiative>("initiatives");
        Add<InitiativeCost>("initiativeCosts");
        Add<InitiativePrerequisite>("initiativePrerequisites");
        Add<Uplift>("uplifts");
        Add<CostAllocation>("costAllocations");
        Add<ArchitectureRecommendation>("architectureRecommendations");
        Add<SecurityReview>("securityReviews");
        Add<FundingDecision>("fundingDecisions");
        Add<DecisionType>("decisionTypes");
        Add<DecisionRight>("decisionRights");
        Add<RoadmapItem>("roadmapItems");
        Add<Effort>("effort");
        Add<CioProfile>("cioProfile");
        Add<CioStatement>("cioStatements");
        Add<Scenario>("scenarios");
        Add<ScenarioChange>("scenarioChanges");
        Add<Campaign>("campaigns");
        Add<CampaignCapability>("campaignCapabilities");
        Add<CampaignUnit>("campaignUnits");
        Add<CampaignAssessor>("campaignAssessors");
        Add<CampaignScore>("campaignScores");
        Add<CampaignAgreement>("campaignAgreements");
        ByType = Registered.ToFrozenDictionary(table => table.RowType);
    }

    public static IReadOnlyList<ModelTable> All => Registered;

    public static ModelTable Of<T>() where T : ModelRow => Definition<T>.Table;

    public static ModelTable Of(Type rowType) => ByType[rowType];

    public static ModelTable? Find(string name) => Registered.Find(table => table.Name == name);

    private static void Add<T>(string name) where T : ModelRow => Registered.Add(ModelTable.Of<T>(name, Registered.Count));

    private static class Definition<T> where T : ModelRow
    {
        public static readonly ModelTable Table = ByType[typeof(T)];
    }
}
