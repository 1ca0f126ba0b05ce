using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.ValueChains;

/// <summary>Edits of value chains as a whole.</summary>
public static class ValueChainEdits
{
    /// <summary>Adds a chain behind the others.</summary>
    /// <param name="code">Null for the next free one.</param>
    public static IReadOnlyList<RowChange> Add(ModelSnapshot model, string name, string? code = null) =>
        RowEdits.Add(
            model,
            new ValueChain(string.IsNullOrWhiteSpace(code) ? NewCodes.Next(model, ModelTables.Of<ValueChain>()) : code.Trim(), name.Trim()));

    /// <param name="seen">As the user saw it.</param>
    public static IReadOnlyList<RowChange> Rename(ModelSnapshot model, ValueChain seen, string name) =>
        RowEdits.Change(model, seen, seen with { Name = name.Trim() });

    /// <summary>Changes the code, also in its stages.</summary>
    public static IReadOnlyList<RowChange> SetCode(ModelSnapshot model, string code, string newCode) =>
        Renaming.SetCode(model, ModelTables.Of<ValueChain>(), code, newCode);

    /// <summary>Moves the chain to another place.</summary>
    public static IReadOnlyList<RowChange> Move(ModelSnapshot model, string code, Place place)
    {
        var copy = new WorkingCopy(model);
        var chain = Existing(model, code);
        foreach (var (row, position) in place.Put([.. model.ValueChains.Where(other => other.Code != code)], chain, other => other.Position))
        {
            copy.Put(row with { Position = position });
        }

        return copy.Changes;
    }

    /// <summary>
    /// Splits a chain: the stages from the given one on become a chain of their own. Each chain weighs what its stages weighed, so no share
    /// of a stage changes.
    /// </summary>
    /// <exception cref="ModelRuleException">It is the first stage, or one part would weigh nothing.</exception>
    public static IReadOnlyList<RowChange> Split(ModelSnapshot model, string fromStage, string name)
    {
        var first = model.Stages.Find(fromStage) ?? throw RowEdits.Gone(ModelTables.Of<Stage>(), fromStage);
        var chain = Existing(model, first.Chain);
        List<Stage> stages = [.. StagesOf(model, chain.Code)];
        var stay = stages.TakeWhile(stage => stage.Code != fromStage).Sum(stage => stage.ValueWeight);
        var total = stages.Sum(stage => stage.ValueWeight);
        if (stages[0].Code == fromStage)
        {
            throw new ModelRuleException(
                "stage",
                $"{fromStage} is the first stage of {chain.Code}; choose the stage with which the second chain begins.");
        }

        if (stay <= 0 || stay >= total)
        {
            throw new ModelRuleException(
                "valueWeight",
                "One of the two chains would have no points; give points to at least one stage of each first.");
        }

        var copy = new WorkingCopy(model);
        var part = new ValueChain(NewCodes.Next(model, ModelTables.Of<ValueChain>()), name.Trim(), chain.Weight * (total - stay) / total);
        copy.Put(chain with { Weight = chain.Weight * stay / total });
        copy.Add(part);
        foreach (var (row, position) in Place.After(chain.Code).Put(model.ValueChains, part, other => other.Position))
        {
            copy.Put((copy.Find<ValueChain>(row.Code) ?? row) with { Position = position });
        }

        foreach (var (stage, order) in stages.SkipWhile(stage => stage.Code != fromStage).Select((stage, i) => (stage, i + 1)))
        {
            copy.Put(stage with { Chain = part.Code, Order = order });
        }

        return copy.Changes;
    }

    /// <summary>Appends one chain to another. Their weights add up and the points are rescaled, so no share of a stage changes.</summary>
    /// <exception cref="ModelRuleException">It is one and the same chain.</exception>
    public static IReadOnlyList<RowChange> Merge(ModelSnapshot model, string code, string into)
    {
        var (other, kept) = (Existing(model, code), Existing(model, into));
        if (code == into)
        {
            throw new ModelRuleException("code", $"Choose another value chain to merge with {into}.");
        }

        var copy = new WorkingCopy(model);
        var weight = kept.Weight + other.Weight;
        List<Stage> own = [.. StagesOf(model, into)];
        List<Stage> joining = [.. StagesOf(model, code)];
        foreach (var stage in Shared(own, kept.Weight / weight))
        {
            copy.Put(stage);
        }

        var order = own.Count == 0 ? 0 : own[^1].Order;
        foreach (var stage in Shared(joining, other.Weight / weight))
        {
            copy.Put(stage with { Chain = into, Order = ++order });
        }

        copy.Put(kept with { Weight = weight });
        copy.Remove(other);
        return copy.Changes;
    }

    /// <summary>Removes the chain with its stages and all that refers to them. Capabilities stay.</summary>
    public static IReadOnlyList<RowChange> Delete(ModelSnapshot model, string code)
    {
        var copy = new WorkingCopy(model);
        Removal.Remove(copy, model.ValueChains.Find(code) is { } chain ? [chain] : []);
        return copy.Changes;
    }

    // Points of the merged chain: a hundred, shared out by what the stages weighed in the model.
    private static IEnumerable<Stage> Shared(List<Stage> stages, double share)
    {
        var total = stages.Sum(stage => stage.ValueWeight);
        return stages.Select(stage => stage with { ValueWeight = total > 0 ? 100 * share * (stage.ValueWeight / total) : 0 });
    }

    private static IEnumerable<Stage> StagesOf(ModelSnapshot model, string chain) =>
        model.Stages.Where(stage => stage.Chain == chain).OrderBy(stage => stage.Order).ThenBy(stage => stage.Key);

    private static ValueChain Existing(ModelSnapshot model, string code) =>
        model.ValueChains.Find(code) ?? throw RowEdits.Gone(ModelTables.Of<ValueChain>(), code);
}
