using Microsoft.AspNetCore.Components;

namespace OperatingModel.Web.Components.Editing;

/// <summary>Text that the user typed while the connection was lost, over a row that somebody changed. The page offers it, unsaved.</summary>
public sealed class TypedAwayEventArgs : EventArgs
{
    public string Text { get; set; } = "";
}

/// <summary>Events of our own scripts; js/away.js raises them.</summary>
[EventHandler("ontypedaway", typeof(TypedAwayEventArgs), enableStopPropagation: true, enablePreventDefault: false)]
public static class EventHandlers;
