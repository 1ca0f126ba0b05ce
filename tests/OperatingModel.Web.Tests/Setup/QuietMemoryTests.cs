using OperatingModel.Web.Setup;

namespace OperatingModel.Web.Tests.Setup;

public sealed class QuietMemoryTests
{
    private const long Burst = 40_000_000;
    private const long Small = 100_000_000;

    private readonly QuietMemory.Quiet _quiet = new();

    [Fact]
    public void What_a_burst_left_is_collected_once_after_three_quiet_looks()
    {
        bool[] looks = [.. new[] { Burst, Burst, Burst, Burst, Burst, Burst }.Select(allocated => _quiet.IsWorthCollecting(allocated, Small))];
        looks.ShouldBe([false, false, false, true, false, false]);
    }

    [Fact]
    public void Nothing_is_collected_while_something_happens()
    {
        for (var look = 1; look < 20; look++)
        {
            _quiet.IsWorthCollecting(look * Burst, Small).ShouldBeFalse();
        }
    }

    [Fact]
    public void What_idling_allocates_is_collected_only_when_it_is_worth_it()
    {
        const long idling = 900_000;
        var collected = Enumerable.Range(1, 100).Count(look => _quiet.IsWorthCollecting(look * idling, Small));
        collected.ShouldBe(5);
    }

    [Fact]
    public void A_heap_whose_collection_would_be_felt_is_left_to_the_runtime()
    {
        for (var look = 0; look < 10; look++)
        {
            _quiet.IsWorthCollecting(Burst, 300_000_000).ShouldBeFalse();
        }
    }
}
