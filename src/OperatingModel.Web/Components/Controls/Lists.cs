namespace OperatingModel.Web.Components.Controls;

/// <summary>How many rows of a list stand in the page although they are not in sight.</summary>
internal static class Lists
{
    private const int Whole = 200;
    private const int Spare = 6;

    /// <summary>All of a list that is not long, so that it is printed whole and found by the browser's search; a few of a long one.</summary>
    /// <param name="count">Rows of the list.</param>
    public static int Overscan(int count) => count <= Whole ? count : Spare;
}
