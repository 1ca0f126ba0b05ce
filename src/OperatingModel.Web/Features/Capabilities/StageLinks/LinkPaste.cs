using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>A link that a paste would set; null is no link.</summary>
internal sealed record PastedLink(string Stage, string Capability, LinkStrength? Before, LinkStrength? After)
{
    public PastedWords Words(ModelSnapshot model) => new(
        model.Capabilities.Find(Capability)?.Name ?? "",
        Capability,
        model.Stages.Find(Stage)?.Name ?? Stage,
        LinkScale.WordOf(Before),
        LinkScale.WordOf(After));
}

/// <summary>Reads strengths pasted from a spreadsheet: letters, words or 0, 1, 3, 9. An empty cell changes nothing; 0 removes a link.</summary>
internal static class LinkPaste
{
    /// <param name="picture">The matrix that the user saw when pasting.</param>
    public static PasteBlock<PastedLink> Read(ModelSnapshot model, LinkPicture picture, GridPaste paste)
    {
        List<Stage> stages = [.. model.Stages];
        var target = new PasteTarget(
            model.Tree,
            picture.Rows,
            [.. stages.Select(stage => (stage.Code, stage.Name))],
            [.. picture.Columns.Select(shown => stages.FindIndex(stage => stage.Code == shown.Code))],
            "stage",
            text => TryRead(text, out _));
        return PasteBlock<PastedLink>.Read(
            paste,
            target,
            (text, _) =>
            {
                var before = model.StageLinks.Find(RowKey.Of(text.ColumnCode, text.Row))?.Strength;
                return !TryRead(text.Text, out var strength) ? new(null, "Say critical, supporting, minor or none; C, S, M or N; 9, 3, 1 or 0.")
                    : strength == before ? CellReading<PastedLink>.Same
                    : new(new PastedLink(text.ColumnCode, text.Row, before, strength));
            },
            (capability, stage) => $"{model.Capabilities.Find(capability)?.Name} ({capability}) · {model.Stages.Find(stage)?.Name}");
    }

    private static bool TryRead(string cell, out LinkStrength? strength)
    {
        (var isRead, strength) = cell.ToUpperInvariant() switch
        {
            "0" or "N" or "NONE" or "-" or "–" or "NO LINK" => (true, default(LinkStrength?)),
            "1" or "M" or "MINOR" => (true, LinkStrength.Minor),
            "3" or "S" or "SUPPORTING" => (true, LinkStrength.Supporting),
            "9" or "C" or "CRITICAL" => (true, LinkStrength.Critical),
            _ => (false, null),
        };
        return isRead;
    }
}
