using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Customers;

/// <summary>The edits of segments, touchpoints and expectations that change more than a field.</summary>
public static class CustomerEdits
{
    private const double FirstShare = 100;

    /// <summary>Adds a segment at the end of the list, with the mean share of the others, or 100 when it is the first.</summary>
    public static IReadOnlyList<RowChange> AddSegment(ModelSnapshot model, string name) => RowEdits.AddCoded<Segment>(
        model,
        code => new(code, name, model.Table<Segment>() is { Count: > 0 } others ? Math.Round(others.Average(other => other.Share), 1) : FirstShare));

    /// <summary>Adds a touchpoint to a stage, at the end of the list.</summary>
    public static IReadOnlyList<RowChange> AddTouchpoint(ModelSnapshot model, string name, string stage) =>
        RowEdits.AddCoded<Touchpoint>(model, code => new(code, name, stage, Channel: null));

    /// <summary>Adds an expectation of a segment at a touchpoint; it has no ratings yet.</summary>
    public static IReadOnlyList<RowChange> AddExpectation(ModelSnapshot model, string touchpoint, string segment, string statement) =>
        RowEdits.AddCoded<Expectation>(model, code => new(code, touchpoint, segment, statement, Importance: null, Satisfaction: null));

    /// <summary>Adds a touchpoint to a stage, and an expectation of a segment there.</summary>
    public static IReadOnlyList<RowChange> AddExpectation(
        ModelSnapshot model, (string Name, string Stage) newTouchpoint, string segment, string statement)
    {
        var touchpoint = AddTouchpoint(model, newTouchpoint.Name, newTouchpoint.Stage);
        return RowEdits.InTurn(model, [_ => touchpoint, current => AddExpectation(current, touchpoint[0].Key.Text, segment, statement)]);
    }
}
