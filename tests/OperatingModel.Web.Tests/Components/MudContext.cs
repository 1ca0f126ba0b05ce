using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace OperatingModel.Web.Tests.Components;

/// <summary>Parts built on MudBlazor, with the places that draw their lists and dialogs. Dispose it asynchronously.</summary>
internal sealed class MudContext : BunitContext
{
    public MudContext()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Popovers = Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>();
    }

    public IRenderedComponent<MudPopoverProvider> Popovers { get; }

    public IRenderedComponent<MudDialogProvider> Dialogs { get; }

    /// <summary>Presses a key as the browser reports it to MudBlazor.</summary>
    /// <param name="container">The element that listens.</param>
    public Task PressAsync(IRenderedComponent<MudDialogProvider> dialogs, string container, string key)
    {
        var listener = (KeyInterceptorService)Services.GetRequiredService<IKeyInterceptorService>();
        return dialogs.InvokeAsync(() => listener.OnKeyDown(dialogs.Find(container).Id!, new KeyboardEventArgs { Key = key, Type = "keydown" }));
    }
}
