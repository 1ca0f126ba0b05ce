using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Application.Writing;

namespace OperatingModel.Application.Tests.Writing;

public sealed class FifoGateTests
{
    [Fact]
    public async Task Turns_are_given_in_the_order_of_asking()
    {
        var gate = new FifoGate();
        var order = new List<int>();
        var first = await gate.EnterAsync(CancellationToken.None);
        var others = Enumerable.Range(0, 100).Select(async i =>
        {
            using (await gate.EnterAsync(CancellationToken.None))
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
        var gate = new FifoGate();
        var order = new List<int>();
        var first = await gate.EnterAsync(CancellationToken.None);
        var waiting = givesUp.Select((_, i) => (Stop: new CancellationTokenSource(), Index: i)).ToList();
        var tasks = waiting.Select(async w =>
        {
            using (await gate.EnterAsync(w.Stop.Token))
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
        using var again = await gate.EnterAsync(CancellationToken.None);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_turn_that_is_ended_twice_lets_in_one()
    {
        var gate = new FifoGate();
        var first = await gate.EnterAsync(CancellationToken.None);
        var second = gate.EnterAsync(CancellationToken.None);
        var third = gate.EnterAsync(CancellationToken.None);
        first.Dispose();
        first.Dispose();
        (await second).Dispose();
        using var held = await third;
        gate.EnterAsync(CancellationToken.None).IsCompleted.ShouldBeFalse();
    }
}
