using System.Text.Json.Nodes;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Changes;

/// <summary>Reads the vectors of F12.</summary>
internal static class CoordinationVector
{
    public static Dictionary<string, DesignUnit> UnitsOf(JsonNode input) => input["units"]!.AsObject().ToDictionary(
        unit => unit.Key,
        unit => new DesignUnit(
            unit.Key,
            unit.Key,
            false,
            Codes(unit.Value!["metrics"]!),
            (string)unit.Value["budgetOwner"]!,
            Codes(unit.Value["priorities"]!),
            Enum.Parse<Cadence>((string)unit.Value["cadence"]!),
            (double)unit.Value["responseDays"]!));

    public static ChangePath PathOf(JsonNode input)
    {
        var units = UnitsOf(input);
        var positions = input["position"]!.AsObject().ToDictionary(
            role => role.Key,
            role => new Position(units[(string)role.Value![0]!], Enum.Parse<ParticipationMode>((string)role.Value[1]!)));
        var steps = input["steps"]!.AsArray().Select((step, i) => new ChangeStep(
            "CH",
            i + 1,
            (string)step!["id"]!,
            (string)step["role"]!,
            (double)step["touchDays"]!,
            step["link"] is { } link ? Enum.Parse<StepLink>((string)link!) : null));
        return Coordination.Of(steps, role => positions[role], ModeFactors.Of(ModelSettings.Default), new HashSet<string>());
    }

    /// <summary>A path as the vectors and the expected figures spell it.</summary>
    public static object Spelled(ChangePath path) => new
    {
        Handoffs = path.HandOffs,
        path.Crossings,
        Units = path.UnitsInvolved,
        path.Load,
        path.CoordinationIndex,
        path.TouchDays,
        path.WaitDays,
        path.LeadTimeDays,
        path.FlowEfficiency,
        path.VetoGates,
        Rows = path.Transfers.Select(t => new { t.Link, Tau = t.HandOffs, Mu = t.ModeFactor, Phi = t.Friction.Points, t.Load }),
    };

    private static HashSet<string> Codes(JsonNode list) => [.. list.AsArray().Select(code => (string)code!)];
}
