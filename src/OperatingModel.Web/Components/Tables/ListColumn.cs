using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace OperatingModel.Web.Components.Tables;

/// <summary>A column of a <see cref="ListTable{TRow}"/>: its head, and as its content what stands in a cell. It draws nothing itself.</summary>
public sealed class ListColumn<TRow> : ComponentBase where TRow : notnull
{
    [CascadingParameter]
    private ListTable<TRow> Table { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The title is heard, not seen, as over buttons. Such a column is always there.</summary>
    [Parameter]
    public bool TitleHidden { get; set; }

    /// <summary>What is counted in, quietly after the title.</summary>
    [Parameter]
    public string? Unit { get; set; }

    /// <summary>What the title means, for those who point at it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>As in a style sheet; the columns without one share what is left.</summary>
    [Parameter]
    public string? Width { get; set; }

    [Parameter]
    public bool IsNumber { get; set; }

    /// <summary>The cell names the row: it is its head, and where rows are opened, the button.</summary>
    [Parameter]
    public bool NamesRow { get; set; }

    /// <summary>How much room the list must have for it: "wide" or "middle"; without it, it is always there.</summary>
    [Parameter]
    public string? Room { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>What rows are sorted by; without it they are not.</summary>
    [Parameter]
    public Func<TRow, object?>? By { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment<TRow> ChildContent { get; set; } = default!;

    internal string Classes => string.Join(' ', new[] { IsNumber ? "num" : null, Room is null ? null : $"if-{Room}", Class }.OfType<string>());

    protected override void OnParametersSet() => Table.Take(this);
}

/// <summary>Is drawn after what stands before it in a component has its parameters.</summary>
public sealed class DrawnLater : ComponentBase
{
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
