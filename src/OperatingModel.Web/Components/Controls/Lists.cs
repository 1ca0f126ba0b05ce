namespace OperatingModel.Web.Components.Controls;

/// <summary>Decides how many rows of a list the page contains beyond those in sight.</summary>
internal static class Lists
{
    private const int Whole = 200;
    private const int Spare = 6;

    /// <summary>
    /// Returns how many: all rows of a list that is not long, so that it is printed whole and the browser's search finds them; a few of a long one.
    /// </summary>
    /// <param name="count">The number of rows in the list.</param>
    public static int Overscan(int count) => count <= Whole ? count : Spare;
}
