using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>A link a paste would set.</summary>
internal sealed record PastedLink(string Stage, string Capability, int Before, int After)
{
    public (string Row, string Column, string Before, string After) Words() => (Capability, Stage, LinkScale.WordOf(Before), LinkScale.WordOf(After));
}

/// <summary>Strengths pasted from a spreadsheet: letters, words or 0, 1, 3, 9. An empty cell is left alone: who wants no link says so.</summary>
internal static class LinkPaste
{
    /// <param name="leaves">Rows that can be linked, as shown.</param>
    /// <param name="stages">Columns as shown.</param>
    public static PasteBlock<PastedLink> Read(ModelSnapshot model, IReadOnlyList<string> leaves, IReadOnlyList<string> stages, GridPaste paste) => PasteBlock<PastedLink>.Read(
        paste,
        leaves,
        stages,
        (capability, stage, text) =>
        {
            var before = model.StageLinks.Find(RowKey.Of(stage, capability))?.Strength ?? StageLinkEdits.None;
            return StrengthOf(text) is not { } strength ? new(null, "Say critical, supporting, minor or none; C, S, M or N; 9, 3, 1 or 0.")
                : strength == before ? CellReading<PastedLink>.Same
                : new(new PastedLink(stage, capability, before, strength));
        },
        (capability, stage) => $"{capability} {model.Capabilities.Find(capability)?.Name} · {model.Stages.Find(stage)?.Name}");

    private static int? StrengthOf(string cell) => cell.ToUpperInvariant() switch
    {
        "0" or "N" or "NONE" or "-" => StageLinkEdits.None,
        "1" or "M" or "MINOR" => StageLink.Minor,
        "3" or "S" or "SUPPORTING" => StageLink.Supporting,
        "9" or "C" or "CRITICAL" => StageLink.Critical,
        _ => null,
    };
}
