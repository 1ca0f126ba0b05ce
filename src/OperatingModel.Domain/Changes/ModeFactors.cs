using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes;

/// <summary>
/// How much of a border's friction a way of taking part leaves, 0..1 (F12). Nobody has measured these; they are conventions, and
/// the worst case with every mode but Embedded at 1 is always shown beside them, so that no design wins by a new label.
/// </summary>
public sealed record ModeFactors(double Platform, double Guiding, double Shared, double Veto, double External)
{
    public static ModeFactors WorstCase { get; } = new(1, 1, 1, 1, 1);

    public static ModeFactors Of(ModelSettings settings) =>
        new(settings.ModePlatform, settings.ModeGuiding, settings.ModeShared, settings.ModeVeto, settings.ModeExternal);

    /// <summary>Embedded is 0 by definition.</summary>
    public double Of(ParticipationMode mode) => mode switch
    {
        ParticipationMode.Embedded => 0,
        ParticipationMode.Platform => Platform,
        ParticipationMode.Guiding => Guiding,
        ParticipationMode.Shared => Shared,
        ParticipationMode.Veto => Veto,
        ParticipationMode.External => External,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>Between two positions the larger factor counts.</summary>
    public double Between(ParticipationMode one, ParticipationMode other) => Math.Max(Of(one), Of(other));
}
