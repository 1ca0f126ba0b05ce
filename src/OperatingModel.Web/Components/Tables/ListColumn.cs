using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace OperatingModel.Web.Components.Tables;

/// <summary>A column of a <see cref="ListTable{TRow}"/>: its head, and the content of its cells. The table draws both.</summary>
public sealed class ListColumn<TRow> : ComponentBase where TRow : notnull
{
    [CascadingParameter]
    private ListTable<TRow> Table { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Whether only screen readers read the title, as over buttons. The user cannot hide such a column.</summary>
    [Parameter]
    public bool TitleHidden { get; set; }

    /// <summary>The content of the head in place of the title, such as a box that chooses all rows.</summary>
    [Parameter]
    public RenderFragment? Head { get; set; }

    /// <summary>The unit of the values, shown in a paler colour after the title.</summary>
    [Parameter]
    public string? Unit { get; set; }

    /// <summary>The tooltip that explains the title.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>The width as in a style sheet; columns without one share the rest.</summary>
    [Parameter]
    public string? Width { get; set; }

    [Parameter]
    public bool IsNumber { get; set; }

    /// <summary>Whether the cell names the row: it is the row's header cell and, when rows can be opened, holds the button.</summary>
    [Parameter]
    public bool NamesRow { get; set; }

    /// <summary>The width that the list must have to show the column: "wide" (over 900 px) or "middle" (over 560 px); null for any.</summary>
    [Parameter]
    public string? Room { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The value by which the column sorts; null when it does not sort.</summary>
    [Parameter]
    public Func<TRow, object?>? By { get; set; }

    /// <summary>The content of the cells; null in a list whose rows draw themselves.</summary>
    [Parameter]
    public RenderFragment<TRow>? ChildContent { get; set; }

    internal string? RoomClass => Room is null ? null : $"if-{Room}";

    internal string Classes => string.Join(' ', new[] { IsNumber ? "num" : null, RoomClass, Class }.OfType<string>());

    protected override void OnParametersSet()
    {
        if (ChildContent is null && By is null)
        {
            // Nothing but constants: the column would not be set again when the table is, and the table would lose it.
            throw new InvalidOperationException($"The column {Title} has neither content nor a value to sort by.");
        }

        Table.Take(this);
    }
}

/// <summary>Draws its content after the components before it have their parameters: a table needs its columns first.</summary>
public sealed class DrawnLater : ComponentBase
{
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
