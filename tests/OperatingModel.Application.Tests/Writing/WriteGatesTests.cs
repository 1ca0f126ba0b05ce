using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Application.Writing;

namespace OperatingModel.Application.Tests.Writing;

public sealed class WriteGatesTests
{
    private static readonly Guid One = Guid.NewGuid();

    [Fact]
    public async Task Turns_are_given_in_the_order_of_asking()
    {
        var gate = new WriteGates();
        var order = new List<int>();
        var first = await gate.EnterAsync(One, CancellationToken.None);
        var others = Enumerable.Range(0, 100).Select(async i =>
        {
            using (await gate.EnterAsync(One, CancellationToken.None))
            {
                order.Add(i);
                await Task.Yield();
            }
        }).ToList();
        order.ShouldBeEmpty();
        first.Dispose();
        await Task.WhenAll(others);
        order.ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public void Who_gives_up_waiting_leaves_the_order_of_the_others() => Prop.ForAll(ArbMap.Default.ArbFor<bool[]>(), async givesUp =>
    {
        var gate = new WriteGates();
        var order = new List<int>();
        var first = await gate.EnterAsync(One, CancellationToken.None);
        var waiting = givesUp.Select((_, i) => (Stop: new CancellationTokenSource(), Index: i)).ToList();
        var tasks = waiting.Select(async w =>
        {
            using (await gate.EnterAsync(One, w.Stop.Token))
            {
                order.Add(w.Index);
            }
        }).ToList();
        foreach (var (stop, index) in waiting.Where(w => givesUp[w.Index]))
        {
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(tasks[index]);
        }

        first.Dispose();
        await Task.WhenAll(tasks.Where((_, i) => !givesUp[i]));
        order.ShouldBe(Enumerable.Range(0, givesUp.Length).Where(i => !givesUp[i]));
        using var again = await gate.EnterAsync(One, CancellationToken.None);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_turn_that_is_ended_twice_lets_in_one()
    {
        var gate = new WriteGates();
        var first = await gate.EnterAsync(One, CancellationToken.None);
        var second = gate.EnterAsync(One, CancellationToken.None);
        var third = gate.EnterAsync(One, CancellationToken.None);
        first.Dispose();
        first.Dispose();
        (await second).Dispose();
        using var held = await third;
        gate.EnterAsync(One, CancellationToken.None).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_gate_holds_up_nobody_at_another_and_is_gone_when_nobody_uses_it()
    {
        var gate = new WriteGates();
        using var given = new CancellationTokenSource();
        var first = await gate.EnterAsync(One, CancellationToken.None);
        var second = gate.EnterAsync(One, CancellationToken.None);
        var third = gate.EnterAsync(One, given.Token);
        (await gate.EnterAsync(Guid.NewGuid(), CancellationToken.None)).Dispose();
        gate.Count.ShouldBe(1);

        await given.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(third);
        first.Dispose();
        gate.Count.ShouldBe(1);
        (await second).Dispose();
        gate.Count.ShouldBe(0);
    }
}
