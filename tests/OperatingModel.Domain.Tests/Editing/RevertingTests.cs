using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Editing;

/// <summary>Many random sequences of structure edits, taken back and made again, without a database.</summary>
public sealed class RevertingTests
{
    private const int Sequences = 100;
    private const int Steps = 80;

    [Fact]
    public void Undo_and_redo_restore_exactly_whatever_was_done_to_the_tree()
    {
        for (var seed = 0; seed < Sequences; seed++)
        {
            var random = new Random(seed);
            var now = Breach.Airline;
            var states = new List<ModelSnapshot> { now };
            var done = new List<IReadOnlyList<RowChange>>();
            var at = 0;
            for (var step = 0; step < Steps; step++)
            {
                switch (random.Next(6))
                {
                    case 0 or 1 when at > 0:
                        at--;
                        now = Toggled(now, done, at);
                        break;

                    case 2 when at < done.Count:
                        now = Toggled(now, done, at);
                        at++;
                        break;

                    default:
                        var changes = Effective(now, RandomEdits.OfCapabilities(now, random) ?? []);
                        if (changes.Count > 0)
                        {
                            now = now.With(changes, now.Revision + 1);
                            done.RemoveRange(at, done.Count - at);
                            done.Add(changes);
                            at++;
                            states.RemoveRange(at, states.Count - at);
                            states.Add(now);
                        }

                        break;
                }

                foreach (var table in ModelTables.All.Where(table => !ReferenceEquals(now.Table(table), states[at].Table(table))))
                {
                    var (rows, wanted) = (Placed(now.Table(table)), Placed(states[at].Table(table)));
                    rows.SequenceEqual(wanted).ShouldBeTrue($"seed {seed}, step {step}: {table}");
                }
            }
        }
    }

    [Fact]
    public void What_would_refer_to_nothing_now_is_left_to_the_rules_to_refuse()
    {
        var mini = Models.Mini();
        var before = mini.Capabilities.Find("P.2")!;
        var done = RowChange.Replace(before, before with { Parent = "Q", Version = 2 });
        var moved = mini.With([done], 2);
        var renamed = before with { Parent = "Q", Name = "Theirs", Version = 3 };
        var now = moved.With([.. CapabilityEdits.Delete(moved, "P"), new RowChange(done.Table, done.After, renamed)], 3);
        var back = Reverting.Of(now, [done], overwrite: false).ShouldHaveSingleItem();
        (back.Before!.Version, back.After).ShouldBe((3, before with { Name = "Theirs" }));
        var problems = ModelRules.Check(now.With([back], 4));
        problems.ShouldContain(problem => problem.Code == ReferenceRules.Missing && problem.Element == "capabilities P.2");
    }

    // What was done or undone last is what is taken back next.
    private static ModelSnapshot Toggled(ModelSnapshot now, List<IReadOnlyList<RowChange>> done, int step)
    {
        var back = Reverting.Of(now, done[step], overwrite: false);
        back.ShouldAllBe(change => change.Before == null || change.Before.Version == now.Table(change.Table).Find(change.Key)!.Version);
        done[step] = Effective(now, back);
        return now.With(done[step], now.Revision + 1);
    }

    // As they are stored: with the rows as they were, at the next version, without what stays the same.
    private static List<RowChange> Effective(ModelSnapshot model, IReadOnlyList<RowChange> wanted) =>
        [
            .. wanted
                .Select(change => new RowChange(
                    change.Table,
                    model.Table(change.Table).Find(change.Key),
                    change.After is { } after ? after with { Version = model.Revision + 1 } : null))
                .Where(change =>
                    change.Before is null || change.After is null || change.Before != change.After
                        || change.Before.Position != change.After.Position),
        ];

    private static IEnumerable<(ModelRow Row, int Position)> Placed(ITable table) => table.Rows.Select(row => (row, row.Position));
}
