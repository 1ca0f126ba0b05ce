using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Layout;

public sealed class AskedOnceTests
{
    [Fact]
    public async Task What_is_asked_again_while_it_is_done_or_afterwards_is_done_once()
    {
        var (asked, done, doing) = (new AskedOnce<string>(), 0, new TaskCompletionSource<string>());
        Task<string> Ask(long number) => asked.AnswerAsync(number, () =>
        {
            done++;
            return doing.Task;
        });

        var (first, again) = (Ask(1), Ask(1));
        doing.SetResult("stored");
        (await first).ShouldBe("stored");
        (await again).ShouldBe("stored");
        (await Ask(1)).ShouldBe("stored");
        done.ShouldBe(1);
        await Ask(2);
        done.ShouldBe(2);
    }
}
