using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Changes;

/// <summary>Where a role stands when it works on a change: in which unit or team, and how it takes part.</summary>
public sealed record Position(DesignUnit Unit, ParticipationMode Mode);
