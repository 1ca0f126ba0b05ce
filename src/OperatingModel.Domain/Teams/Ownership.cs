using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Teams;

/// <summary>A live application whose capabilities belong to more than one team: a standing hand-off.</summary>
/// <param name="Teams">Owners, in ordinal order.</param>
public sealed record SharedApplication(BusinessApplication Application, IReadOnlyList<string> Teams);

/// <summary>What one team owns.</summary>
/// <param name="Share">Of all leaves, 0..1.</param>
public sealed record OwnedLeaves(string Team, int Leaves, double Share);

/// <summary>
/// Ownership of capabilities and the Conway check (F26): software tends to mirror communication structure, so an application
/// owned by two teams is a standing hand-off.
/// </summary>
/// <param name="Coverage">Share of leaves with an owner team, 0..1; null without leaves.</param>
/// <param name="Owned">By team, in ordinal order.</param>
/// <param name="Unowned">Leaves without one, in ordinal order.</param>
/// <param name="SharedApplications">In ordinal order. Capabilities without an owner do not make an application shared.</param>
/// <param name="SharedRunCostShare">Their run cost ÷ run cost of all live applications, 0..1; null without cost.</param>
/// <param name="RunCost">Of all live applications, thousands a year.</param>
public sealed record Ownership(
    double? Coverage,
    IReadOnlyList<OwnedLeaves> Owned,
    IReadOnlyList<string> Unowned,
    IReadOnlyList<SharedApplication> SharedApplications,
    double? SharedRunCostShare,
    long RunCost)
{
    public static Ownership Compute(ModelSnapshot snapshot)
    {
        var tree = snapshot.Tree;
        var leaves = tree.Leaves.Select(node => tree[node]).ToList();
        string[] unowned = [.. leaves.Where(leaf => leaf.OwnerTeam is null).Select(leaf => leaf.Code).Order(StringComparer.Ordinal)];
        var owners = leaves
            .Where(leaf => leaf.OwnerTeam is not null)
            .ToDictionary(leaf => leaf.Code, leaf => leaf.OwnerTeam!, StringComparer.Ordinal);
        var teamsOf = snapshot
            .Table<ApplicationSupport>()
            .Where(support => owners.ContainsKey(support.Capability))
            .ToLookup(support => support.Application, support => owners[support.Capability]);
        var live = snapshot.Table<BusinessApplication>().Where(application => application.IsLive).ToList();
        SharedApplication[] shared =
        [
            .. live.Select(application => new SharedApplication(application, [.. teamsOf[application.Code].Distinct().Order(StringComparer.Ordinal)]))
                .Where(application => application.Teams.Count > 1)
                .OrderBy(application => application.Application.Code, StringComparer.Ordinal),
        ];
        var cost = live.Sum(application => application.AnnualRunCost ?? 0);
        return new Ownership(
            leaves.Count > 0 ? 1 - ((double)unowned.Length / leaves.Count) : null,
            [
                .. owners.GroupBy(leaf => leaf.Value, StringComparer.Ordinal).OrderBy(team => team.Key, StringComparer.Ordinal)
                    .Select(team => new OwnedLeaves(team.Key, team.Count(), (double)team.Count() / leaves.Count)),
            ],
            unowned,
            shared,
            cost > 0 ? (double)shared.Sum(application => application.Application.AnnualRunCost ?? 0) / cost : null,
            cost);
    }

    public Explanation ExplainCoverage(ModelSnapshot? model = null) => Coverage is not { } share
        ? Explanation.Unknown("Capabilities with an owner team", "There is no capability without children: unknown.", FigureUnit.Share)
        : new Explanation(
            "Capabilities with an owner team",
            "Capabilities without children that a team owns, divided by all of them.",
            share,
            FigureUnit.Share,
            [
                .. Owned.Select(team => new ExplanationTerm(
                    ModelInput.NameOf<Team>(model, team.Team), [ModelInput.Of<Team>(model, team.Team)], team.Share, $"{team.Leaves} capabilities")),
            ],
            ["What nobody owns is changed by whoever comes along."],
            Unowned.Count == 0 ? [] : [$"Give an owner to {ModelInput.NamesOf<Capability>(model, Unowned)}."])
        {
            Formula = Formula.Of("owned", Owned.Sum(team => team.Leaves)) / Formula.Of("all", Owned.Sum(team => team.Leaves) + Unowned.Count),
        };

    public Explanation ExplainSharedCost(ModelSnapshot? model = null) => SharedRunCostShare is not { } share
        ? Explanation.Unknown("Run cost of applications owned by several teams", "No run cost is given: unknown.", FigureUnit.Share)
        : new Explanation(
            "Run cost of applications owned by several teams",
            $"Their run cost divided by the run cost of all live applications{(model is null ? "" : $", in {model.Meta.MoneyUnit} a year")}.",
            share,
            FigureUnit.Share,
            [.. SharedApplications.Select(application => Term(model, application))],
            ["Software mirrors who talks to whom (Conway 1968): an application of two teams is a standing hand-off."],
            [.. SharedApplications.OrderByDescending(a => a.Application.AnnualRunCost ?? 0).Take(3).Select(a =>
                $"Give the capabilities behind {a.Application.Name} to one team.")])
        {
            Formula = Formula.Of("shared", SharedApplications.Sum(a => a.Application.AnnualRunCost ?? 0)) / Formula.Of("all", RunCost),
        };

    private ExplanationTerm Term(ModelSnapshot? model, SharedApplication shared) => new(
        shared.Application.Name,
        [ModelInput.Of<BusinessApplication>(shared.Application.Code, shared.Application.Name)],
        (double)(shared.Application.AnnualRunCost ?? 0) / RunCost,
        string.Join(" and ", shared.Teams.Select(team => ModelInput.NameOf<Team>(model, team))))
    {
        Formula = Formula.Of("cost", shared.Application.AnnualRunCost ?? 0) / Formula.Of("all", RunCost),
    };
}
