using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes;

/// <summary>
/// Hand-offs and coordination of a customer change (F12). Cost arises where dependent work crosses a border (Conway 1968,
/// Malone and Crowston 1994), by the kind of dependence (Thompson 1967), and more so when goals, money and calendars differ.
/// </summary>
public static class Coordination
{
    /// <summary>The path of one change.</summary>
    /// <param name="steps">In any order; their numbers count.</param>
    /// <param name="positionOf">Where a role stands.</param>
    /// <param name="vetoRoles">Roles with the right to stop a change.</param>
    public static ChangePath Of(IEnumerable<ChangeStep> steps, Func<string, Position> positionOf, ModeFactors modes, IReadOnlySet<string> vetoRoles)
    {
        PlacedStep[] placed =
        [
            .. steps.OrderBy(step => step.Order).Select(step => new PlacedStep(step, positionOf(step.Role), vetoRoles.Contains(step.Role))),
        ];
        StepTransfer[] transfers = [.. placed.Zip(placed.Skip(1), (from, to) => Transfer(from, to, modes))];
        var most = placed.SkipLast(1).Sum(step => (double)Friction.Most * HandOffsOf(step.Step.LinkToNext));
        var (load, worst) = (transfers.Sum(t => t.Load), transfers.Sum(t => t.WorstCaseLoad));
        var (touch, wait) = (placed.Sum(p => p.Step.TouchDays), transfers.Sum(t => t.WaitDays));
        return new ChangePath(
            transfers.Sum(t => t.HandOffs),
            transfers.Count(t => t.HandOffs > 0),
            placed.DistinctBy(p => (p.Position.Unit.IsTeam, p.Position.Unit.Code)).Count(),
            load,
            IndexOf(load, most),
            touch,
            wait,
            touch + wait > 0 ? touch / (touch + wait) : null,
            placed.Count(p => p.IsVetoGate),
            worst,
            IndexOf(worst, most),
            placed,
            transfers);
    }

    /// <summary>τ of a link that crosses a border: 1 sequential, 2 reciprocal, 0 pooled or none.</summary>
    public static int HandOffsOf(StepLink? link) => link switch
    {
        StepLink.Sequential => 1,
        StepLink.Reciprocal => 2,
        _ => 0,
    };

    /// <summary>Codes of the roles whose default mode is Veto.</summary>
    public static IReadOnlySet<string> VetoRolesOf(ModelSnapshot snapshot) =>
        snapshot.Table<Role>().Where(role => role.DefaultMode == ParticipationMode.Veto).Select(role => role.Code).ToHashSet();

    private static StepTransfer Transfer(PlacedStep from, PlacedStep to, ModeFactors modes)
    {
        var friction = Friction.Between(from.Position.Unit, to.Position.Unit);
        var handOffs = friction.Points == 0 ? 0 : HandOffsOf(from.Step.LinkToNext);
        if (handOffs == 0)
        {
            return new StepTransfer(from, to, 0, 0, friction, 0);
        }

        var wait = to.Position.Unit.ResponseDays + (from.Step.LinkToNext == StepLink.Reciprocal ? from.Position.Unit.ResponseDays : 0);
        return new StepTransfer(from, to, handOffs, modes.Between(from.Position.Mode, to.Position.Mode), friction, wait);
    }

    private static double IndexOf(double load, double most) => most > 0 ? Math.Clamp(load / most, 0, 1) : 0;
}
