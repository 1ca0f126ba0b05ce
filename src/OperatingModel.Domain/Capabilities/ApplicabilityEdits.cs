using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>Whether a capability exists in a business unit.</summary>
public static class ApplicabilityEdits
{
    /// <summary>
    /// Sets whether the capability applies in the unit; for a parent, sets all leaves below it. Earlier judgements stay, so that nothing is
    /// lost when the answer is reversed.
    /// </summary>
    /// <param name="reason">Why it does not apply; required where it does not.</param>
    /// <exception cref="ModelRuleException">The capability or the unit is gone, or the reason is missing.</exception>
    public static IReadOnlyList<RowChange> Set(ModelSnapshot model, string capability, string businessUnit, bool applies, string? reason = null)
    {
        var copy = new WorkingCopy(model);
        Set(copy, capability, businessUnit, applies, reason);
        return copy.Changes;
    }

    /// <summary>Sets many cells at once. A cell that did not apply before keeps its reason.</summary>
    /// <param name="cells">Capability, unit and, where they do not apply, the reason.</param>
    /// <inheritdoc cref="Set(ModelSnapshot, string, string, bool, string?)"/>
    public static IReadOnlyList<RowChange> SetMany(ModelSnapshot model, IEnumerable<NotApplicable> cells, bool applies)
    {
        var copy = new WorkingCopy(model);
        foreach (var cell in cells.Where(cell => applies || model.Table<NotApplicable>().Find(cell.Key) is null))
        {
            Set(copy, cell.Capability, cell.BusinessUnit, applies, cell.Reason);
        }

        return copy.Changes;
    }

    private static void Set(WorkingCopy copy, string capability, string businessUnit, bool applies, string? reason)
    {
        var (model, tree) = (copy.Model, copy.Model.Tree);
        var node = tree.IndexOf(CapabilityEdits.Existing(copy, capability).Code);
        if (!model.BusinessUnits.Contains(businessUnit))
        {
            throw RowEdits.Gone(ModelTables.Of<BusinessUnit>(), businessUnit);
        }

        if (!applies && string.IsNullOrWhiteSpace(reason))
        {
            throw new ModelRuleException(
                "reason",
                $"Say why {capability} does not apply in {businessUnit}; not applicable is not the same as unknown.");
        }

        foreach (var leaf in Enumerable.Range(node, tree.EndOf(node) - node).Where(tree.IsLeaf).Select(leaf => tree[leaf].Code))
        {
            var exception = model.Table<NotApplicable>().Find(RowKey.Of(leaf, businessUnit));
            switch (exception, applies)
            {
                case (null, false):
                    copy.Add(new NotApplicable(leaf, businessUnit, reason!.Trim()));
                    break;
                case ({ }, false):
                    copy.Put(exception with { Reason = reason!.Trim() });
                    break;
                case ({ }, true):
                    copy.Remove(exception);
                    break;
            }
        }
    }
}
