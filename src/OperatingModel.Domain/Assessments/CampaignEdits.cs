using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Assessments;

/// <summary>What people do with campaigns. Names, dates and people are changed like any row.</summary>
public static class CampaignEdits
{
    /// <summary>A campaign begins.</summary>
    /// <param name="capabilities">Covered with all below them; at least one.</param>
    /// <param name="businessUnits">At least one.</param>
    /// <param name="assessors">Ids and names; at least one.</param>
    /// <exception cref="ModelRuleException">Something is missing from the scope, or gone.</exception>
    public static IReadOnlyList<RowChange> Start(
        ModelSnapshot model,
        string name,
        DateOnly dueOn,
        string? note,
        IReadOnlyCollection<string> capabilities,
        IReadOnlyCollection<string> businessUnits,
        IReadOnlyCollection<(string Id, string Name)> assessors)
    {
        var copy = new WorkingCopy(model);
        List<FieldProblem> problems =
        [
            .. !string.IsNullOrWhiteSpace(name) ? Array.Empty<FieldProblem>() : [new("name", "Give the campaign a name.")],
            .. capabilities.Count > 0 ? Array.Empty<FieldProblem>() : [new("capabilities", "Choose at least one capability to be judged.")],
            .. businessUnits.Count > 0 ? Array.Empty<FieldProblem>() : [new("businessUnits", "Choose at least one business unit.")],
            .. assessors.Count > 0 ? Array.Empty<FieldProblem>() : [new("assessors", "Choose at least one assessor.")],
        ];
        if (problems.Count > 0)
        {
            throw new ModelRuleException(problems);
        }

        var code = NewCodes.Next(model, ModelTables.Of<Campaign>());
        copy.Add(new Campaign(code, name.Trim(), dueOn, string.IsNullOrWhiteSpace(note) ? null : note.Trim()));
        foreach (var capability in capabilities.Distinct())
        {
            copy.Add(new CampaignCapability(code, CapabilityEdits.Existing(copy, capability).Code));
        }

        foreach (var unit in businessUnits.Distinct())
        {
            copy.Add(new CampaignUnit(code, model.BusinessUnits.Find(unit)?.Code ?? throw RowEdits.Gone(ModelTables.Of<BusinessUnit>(), unit)));
        }

        foreach (var (id, person) in assessors.DistinctBy(assessor => assessor.Id))
        {
            copy.Add(new CampaignAssessor(code, id, person));
        }

        return copy.Changes;
    }

    /// <summary>The campaign ends; what was judged stays to be read.</summary>
    public static IReadOnlyList<RowChange> Close(ModelSnapshot model, string campaign)
    {
        var running = Running(model, campaign);
        return [RowChange.Replace(running, running with { ClosedOn = model.Today })];
    }

    /// <summary>The instances that a campaign asks about: what it covers, where it applies.</summary>
    public static IEnumerable<(string Capability, string BusinessUnit)> Scope(ModelSnapshot model, string campaign)
    {
        var exceptions = model.Table<NotApplicable>();
        return Covered(model, campaign).Where(cell => exceptions.Find(RowKey.Of(cell.Capability, cell.BusinessUnit)) is null);
    }

    /// <summary>The instances that a campaign covers, applicable or not: leaves below its capabilities, in its units, in the order of both.</summary>
    public static IEnumerable<(string Capability, string BusinessUnit)> Covered(ModelSnapshot model, string campaign)
    {
        var tree = model.Tree;
        var units = model.Table<CampaignUnit>().Where(unit => unit.Campaign == campaign).Select(unit => unit.BusinessUnit).ToHashSet();
        List<string> inOrder = [.. model.BusinessUnits.Select(unit => unit.Code).Where(units.Contains)];
        return model.Table<CampaignCapability>()
            .Where(covered => covered.Campaign == campaign)
            .Select(covered => tree.IndexOf(covered.Capability))
            .Where(node => node >= 0)
            .SelectMany(node => Enumerable.Range(node, tree.EndOf(node) - node))
            .Distinct()
            .Where(tree.IsLeaf)
            .Order()
            .SelectMany(leaf => inOrder.Select(unit => (Capability: tree[leaf].Code, BusinessUnit: unit)));
    }

    /// <summary>The running campaign.</summary>
    /// <exception cref="ModelRuleException">It is gone or closed.</exception>
    public static Campaign Running(ModelSnapshot model, string campaign)
    {
        var row = Existing(model, campaign);
        return row.ClosedOn is null ? row : throw new ModelRuleException("campaign", $"The campaign {row.Name} is closed; start another one.");
    }

    internal static Campaign Existing(ModelSnapshot model, string campaign) =>
        model.Table<Campaign>().Find(campaign) ?? throw RowEdits.Gone(ModelTables.Of<Campaign>(), campaign);
}
