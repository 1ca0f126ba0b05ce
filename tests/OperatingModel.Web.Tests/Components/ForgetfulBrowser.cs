using Microsoft.JSInterop;

namespace OperatingModel.Web.Tests.Components;

/// <summary>What its scripts are asked while it is away it never answers.</summary>
internal sealed class ForgetfulBrowser : IJSRuntime, IJSObjectReference
{
    public bool IsHere { get; set; }

    public List<string> Asked { get; } = [];

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
        InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        if (identifier is not ("import" or "resend"))
        {
            Asked.Add(string.Join(' ', [identifier, .. (args ?? []).Where(one => one is int or string)]));
            if (!IsHere)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
        }

        return identifier is "import" or "attach" ? (TValue)(object)this : default!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
