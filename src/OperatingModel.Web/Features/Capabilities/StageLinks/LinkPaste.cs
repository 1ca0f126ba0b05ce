using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>A strength wanted by a paste.</summary>
internal sealed record WantedLink(string Stage, string Capability, int Strength);

/// <summary>Strengths pasted from a spreadsheet: letters, words or 0, 1, 3, 9.</summary>
internal static class LinkPaste
{
    /// <summary>The cells that can be read and lie in the matrix; the others are left alone.</summary>
    public static IReadOnlyList<WantedLink> Read(string text, IReadOnlyList<string> capabilities, List<string> stages, string capability, string stage)
    {
        var (top, left) = (capabilities.ToList().IndexOf(capability), stages.IndexOf(stage));
        var wanted = new List<WantedLink>();
        if (top < 0 || left < 0)
        {
            return wanted;
        }

        foreach (var (cells, row) in ClipboardTable.Read(text).Select((cells, row) => (cells, top + row)).Where(line => line.Item2 < capabilities.Count))
        {
            wanted.AddRange(cells.Take(stages.Count - left)
                .Select((cell, column) => (Strength: StrengthOf(cell), Stage: stages[left + column]))
                .Where(cell => cell.Strength is not null)
                .Select(cell => new WantedLink(cell.Stage, capabilities[row], cell.Strength!.Value)));
        }

        return wanted;
    }

    // An empty cell is left alone: who wants no link says so.
    private static int? StrengthOf(string cell) => cell.ToUpperInvariant() switch
    {
        "0" or "N" or "NONE" or "-" => StageLinkEdits.None,
        "1" or "M" or "MINOR" => StageLink.Minor,
        "3" or "S" or "SUPPORTING" => StageLink.Supporting,
        "9" or "C" or "CRITICAL" => StageLink.Critical,
        _ => null,
    };
}
