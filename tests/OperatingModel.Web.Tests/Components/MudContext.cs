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

    /// <summary>Presses a key in the open dialog, as the browser reports it to MudBlazor.</summary>
    public Task PressAsync(string key)
    {
        // Called by the browser only, and so on no interface.
        var listener = Services.GetRequiredService<IKeyInterceptorService>();
        var method = listener.GetType().GetMethod("OnKeyDown")!;
        var dialog = Dialogs.Find(".mud-dialog-container").Id;
        return Dialogs.InvokeAsync(() => (Task)method.Invoke(listener, [dialog, new KeyboardEventArgs { Key = key, Type = "keydown" }])!);
    }
}
