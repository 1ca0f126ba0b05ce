using Microsoft.Extensions.Time.Testing;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class PaceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Pace _pace;
    private int _done;

    public PaceTests() => _pace = new Pace(_time, () => _done++);

    [Fact]
    public void What_is_asked_for_after_a_quiet_moment_is_done_at_once_and_what_follows_once_when_the_pause_is_over()
    {
        _pace.Ask();
        _done.ShouldBe(1);

        _pace.Ask();
        _pace.Ask();
        _time.Advance(Pace.Pause / 2);
        _done.ShouldBe(1);
        _time.Advance(Pace.Pause / 2);
        _done.ShouldBe(2);

        _time.Advance(Pace.Pause);
        _done.ShouldBe(2);
        _pace.Ask();
        _done.ShouldBe(3);
    }

    [Fact]
    public void What_cannot_wait_is_done_for_those_who_wait_too()
    {
        _pace.Ask();
        _pace.Ask();
        _pace.Act();
        _done.ShouldBe(2);

        _time.Advance(Pace.Pause);
        _done.ShouldBe(2);
    }

    [Fact]
    public void Who_asks_again_after_what_could_not_wait_is_not_forgotten()
    {
        _pace.Ask();
        _pace.Ask();
        _time.Advance(Pace.Pause / 2);
        _pace.Act();
        _pace.Ask();
        _time.Advance(Pace.Pause);
        _done.ShouldBe(3);
    }
}
