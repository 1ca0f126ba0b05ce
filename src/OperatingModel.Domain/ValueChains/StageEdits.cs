using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.ValueChains;

/// <summary>Edits of the stages of a value chain.</summary>
public static class StageEdits
{
    private const double FirstPoints = 10;
    private const double MaxPoints = 100;

    /// <summary>Adds a stage, last in a chain or beside another stage.</summary>
    /// <param name="code">Null for the next free one.</param>
    /// <param name="points">Value weight, 0..100.</param>
    /// <exception cref="ModelRuleException">The place is gone, or the code is taken.</exception>
    public static IReadOnlyList<RowChange> Add(
        ModelSnapshot model, Place place, string name, string? code = null, double points = 0, StageKind kind = StageKind.Primary)
    {
        var copy = new WorkingCopy(model);
        Add(copy, place, new Stage(code ?? "", "", name.Trim(), 1, kind, points, null));
        return copy.Changes;
    }

    /// <summary>
    /// New stages in this order, last in a chain or beside another stage. A chain of equals stays one; where somebody has weighed, a new stage
    /// waits for points of its own.
    /// </summary>
    /// <exception cref="ModelRuleException">The place is gone.</exception>
    public static IReadOnlyList<RowChange> Add(ModelSnapshot model, Place place, IReadOnlyList<string> names)
    {
        var copy = new WorkingCopy(model);
        var chain = ChainAt(copy, place);
        double[] points = [.. model.Stages.Where(stage => stage.Chain == chain).Select(stage => stage.ValueWeight).Distinct()];
        var weight = points switch { [] => FirstPoints, [var same] => same, _ => 0 };
        foreach (var name in names)
        {
            place = Place.After(Add(copy, place, new Stage("", "", name.Trim(), 1, StageKind.Primary, weight, null)));
        }

        return copy.Changes;
    }

    /// <summary>
    /// Changes a stage from the values that the user saw to those wanted. A touchpoint with the name of the stage gets the new name.
    /// </summary>
    public static IReadOnlyList<RowChange> Change(ModelSnapshot model, ModelRow seen, ModelRow wanted)
    {
        var changes = RowEdits.Change(model, seen, wanted);
        return
        [
            .. changes,
            .. from change in changes
               where change is { Before: Stage, After: Stage }
               from touchpoint in Renamed(model, (Stage)change.Before!, (Stage)change.After!)
               select RowChange.Replace(model.Table<Touchpoint>().Find(touchpoint.Key)!, touchpoint),
        ];
    }

    /// <summary>Changes the code, also in every row that refers to it.</summary>
    public static IReadOnlyList<RowChange> SetCode(ModelSnapshot model, string code, string newCode) =>
        Renaming.SetCode(model, ModelTables.Of<Stage>(), code, newCode);

    /// <summary>Returns the codes of the stages of a stage's chain in order; none when there is no such stage.</summary>
    public static IReadOnlyList<string> SiblingsOf(ModelSnapshot model, string code) => [.. ChainOf(model, code).Select(stage => stage.Code)];

    /// <summary>Returns the place so many stages further back or forth in the chain; null when there is none.</summary>
    /// <param name="by">The number of stages; negative goes back.</param>
    public static Place? Beside(ModelSnapshot model, string code, int by)
    {
        var chain = ChainOf(model, code);
        return chain.ElementAtOrDefault(chain.FindIndex(stage => stage.Code == code) + by) is not { } other ? null
            : by < 0 ? Place.Before(other.Code)
            : Place.After(other.Code);
    }

    /// <summary>Returns the same place in the chain so many chains further up or down, or its end; null when there is none.</summary>
    /// <param name="by">The number of chains; negative goes up.</param>
    public static Place? InOtherChain(ModelSnapshot model, string code, int by)
    {
        List<string> chains = [.. model.ValueChains.Select(chain => chain.Code)];
        var at = ChainOf(model, code).FindIndex(stage => stage.Code == code);
        return model.Stages.Find(code) is not { } moved || chains.ElementAtOrDefault(chains.IndexOf(moved.Chain) + by) is not { } other ? null
            : InOrder(model.Stages.Where(stage => stage.Chain == other)).ElementAtOrDefault(at) is { } next ? Place.Before(next.Code)
            : Place.LastIn(other);
    }

    /// <summary>Moves the stage inside its chain or into another chain.</summary>
    public static IReadOnlyList<RowChange> Move(ModelSnapshot model, string code, Place place)
    {
        var copy = new WorkingCopy(model);
        var stage = Existing(copy, code);
        Put(copy, stage with { Chain = ChainAt(copy, place) }, place);
        return copy.Changes;
    }

    /// <summary>
    /// Each part gets an equal share of the points and the same capabilities and judgements, so that heat and coverage stay the same.
    /// Touchpoints and customer changes stay with the first part; a touchpoint with the name of the stage gets the name of that part.
    /// </summary>
    /// <param name="names">2 or more, in order; the stage itself becomes the first.</param>
    public static IReadOnlyList<RowChange> Split(ModelSnapshot model, string code, IReadOnlyList<string> names)
    {
        if (names.Count < 2)
        {
            throw new ModelRuleException("name", $"{code} needs at least two parts; give a name to each.");
        }

        var copy = new WorkingCopy(model);
        var whole = Existing(copy, code);
        var first = whole with { Name = names[0].Trim(), ValueWeight = whole.ValueWeight / names.Count };
        copy.Put(first);
        foreach (var touchpoint in Renamed(model, whole, first))
        {
            copy.Put(touchpoint);
        }

        var parts = new List<string> { code };
        foreach (var name in names.Skip(1))
        {
            parts.Add(Add(copy, Place.After(parts[^1]), first with { Code = "", Name = name.Trim() }));
        }

        foreach (var row in StageContents.Shared(copy, code))
        {
            foreach (var part in parts.Skip(1))
            {
                copy.Put(StageContents.For(row, part));
            }
        }

        return copy.Changes;
    }

    /// <summary>
    /// Merges several stages of one chain into one, with the sum of their points and the stronger of two links. Where the remaining stage
    /// was linked, its own judgements are kept, else those of the first stage that was.
    /// </summary>
    /// <param name="into">One of them.</param>
    /// <exception cref="ModelRuleException">They stand in different chains, or there is nothing to merge.</exception>
    public static IReadOnlyList<RowChange> Merge(ModelSnapshot model, IReadOnlyCollection<string> codes, string into)
    {
        var copy = new WorkingCopy(model);
        var kept = Existing(copy, into);
        List<Stage> others = [.. codes.Distinct().Where(code => code != into).Select(code => Existing(copy, code)).OrderBy(stage => stage.Order)];
        if (others.Count == 0)
        {
            throw new ModelRuleException("code", $"Choose at least one other stage to merge with {into}.");
        }

        if (others.Find(stage => stage.Chain != kept.Chain) is { } foreign)
        {
            throw new ModelRuleException("chain", $"{foreign.Code} belongs to another value chain than {into}; move it into {kept.Chain} first.");
        }

        foreach (var other in others)
        {
            StageContents.Join(copy, other.Code, into);
            copy.Remove(other);
        }

        copy.Put(kept with { ValueWeight = kept.ValueWeight + others.Sum(stage => stage.ValueWeight) });
        KeepWithinScale(copy, kept.Chain);
        return copy.Changes;
    }

    /// <summary>
    /// Removes the stages with their links, touchpoints, expectations and judgements for them alone. Capabilities stay.
    /// </summary>
    public static IReadOnlyList<RowChange> Delete(ModelSnapshot model, params IReadOnlyCollection<string> codes)
    {
        var copy = new WorkingCopy(model);
        Removal.Remove(copy, codes.Distinct().Select(model.Stages.Find).OfType<Stage>());
        return copy.Changes;
    }

    internal static void Put(WorkingCopy copy, Stage stage, Place place)
    {
        List<Stage> siblings = [.. InOrder(copy.Rows<Stage>().Where(other => other.Chain == stage.Chain && other.Code != stage.Code))];
        foreach (var (row, order) in place.Put(siblings, stage, other => other.Order, least: 1))
        {
            copy.Put(row with { Order = order });
        }
    }

    // All stages of its chain, in order.
    private static List<Stage> ChainOf(ModelSnapshot model, string code) =>
        [.. InOrder(model.Stages.Where(stage => stage.Chain == model.Stages.Find(code)?.Chain))];

    private static IEnumerable<Stage> InOrder(IEnumerable<Stage> stages) => stages.OrderBy(stage => stage.Order).ThenBy(stage => stage.Key);

    private static string Add(WorkingCopy copy, Place place, Stage stage)
    {
        var chain = ChainAt(copy, place);
        var code = string.IsNullOrWhiteSpace(stage.Code) ? NewCodes.Next(copy, ModelTables.Of<Stage>()) : stage.Code.Trim();
        if (copy.Find<Stage>(code) is not null)
        {
            throw new ModelRuleException("code", $"{code} is taken; choose another code.");
        }

        copy.Add(stage with { Code = code, Chain = chain });
        Put(copy, copy.Find<Stage>(code)!, place);
        return code;
    }

    // Only shares count, so points beyond the scale are brought back for the chain as a whole.
    private static void KeepWithinScale(WorkingCopy copy, string chain)
    {
        List<Stage> stages = [.. copy.Rows<Stage>().Where(stage => stage.Chain == chain)];
        var largest = stages.Max(stage => stage.ValueWeight);
        foreach (var stage in stages.Where(_ => largest > MaxPoints))
        {
            copy.Put(stage with { ValueWeight = stage.ValueWeight / largest * MaxPoints });
        }
    }

    private static IEnumerable<Touchpoint> Renamed(ModelSnapshot model, Stage before, Stage after) => model.Table<Touchpoint>()
        .Where(touchpoint => touchpoint.Stage == before.Code && touchpoint.Name == before.Name && before.Name != after.Name)
        .Select(touchpoint => touchpoint with { Name = after.Name });

    private static string ChainAt(WorkingCopy copy, Place place) => place.Sibling is { } sibling
        ? Existing(copy, sibling).Chain
        : copy.Find<ValueChain>(place.Owner ?? "")?.Code ?? throw RowEdits.Gone(ModelTables.Of<ValueChain>(), place.Owner ?? "");

    private static Stage Existing(WorkingCopy copy, string code) => copy.Find<Stage>(code) ?? throw RowEdits.Gone(ModelTables.Of<Stage>(), code);
}
