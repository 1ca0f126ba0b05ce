namespace OperatingModel.Web.Components.Controls;

/// <summary>Decides how many rows of a list the page contains beyond those in sight.</summary>
internal static class Lists
{
    /// <summary>The most rows of a list that is drawn as a whole.</summary>
    public const int Whole = 200;

    /// <summary>The number of rows of a longer list that are drawn above and below those in sight.</summary>
    public const int Spare = 6;

    /// <summary>
    /// Returns how many: all rows of a list that is not long, so that it is printed whole and the browser's search finds them; a few of a long one.
    /// </summary>
    /// <param name="count">The number of rows in the list.</param>
    public static int Overscan(int count) => count <= Whole ? count : Spare;
}
