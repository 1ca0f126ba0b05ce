using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class PortfolioBreaches
{
    public static Breach[] All { get; } =
    [
        new(
            "funding-round-quarters",
            "fundingRounds FY26",
            Change<FundingRound>("FY26", round => round with { LastQuarter = Quarter.Parse("2025-Q4") })),
        new("cost-allocation-sum", "initiatives I01", Add(new CostAllocation("I01", "C6.1", "MAIN", 0.1))),
        new("prerequisite-cycle", "initiativePrerequisites I04 · I01", Add(new InitiativePrerequisite("I04", "I01"))),
        new("prerequisite-cycle", "initiativePrerequisites I03 · I03", Add(new InitiativePrerequisite("I03", "I03"))),
        new("approved-over-budget", "fundingRounds FY26", Add(Approved("I03", 501))),
        new("approved-over-budget", "fundingRounds FY26", Change<FundingRound>("FY26", round => round with { Budget = 12_999 })),
        new("veto-without-reason", "securityReviews I10", Change<SecurityReview>("I10", review => review with { Reason = "" }))
        {
            Besides = ["approved-although-vetoed"],
        },
        new("veto-without-reason", "securityReviews I06", Change<SecurityReview>("I06", review => review with { Reason = null })),
        new(
            "approved-although-vetoed",
            "fundingDecisions HEAT · FY27 · I06",
            Change<SecurityReview>("I06", review => review with { Status = SecurityStatus.Vetoed }))
        {
            Besides = ["planned-although-vetoed"],
        },
        new("planned-although-vetoed", "roadmapItems R14", Change<SecurityReview>("I06", review => review with { Status = SecurityStatus.Vetoed }))
        {
            Besides = ["approved-although-vetoed"],
        },
        new("approval-of-vetoed", "fundingDecisions SPONSOR · FY27 · I10", Add(Approved("I10", 1) with { Round = "FY27" }))
        {
            OnlyAsChange = true,
            Besides = ["approved-although-vetoed"],
        },
        new(
            "planning-of-vetoed",
            "roadmapItems R17",
            Add(new RoadmapItem("R17", RoadmapItemKind.Initiative, "Gates", "I10", null, Quarter.Parse("2026-Q1"), Quarter.Parse("2026-Q2"))))
        {
            OnlyAsChange = true,
            Besides = ["planned-although-vetoed"],
        },
        new(
            "advice-without-rationale",
            "architectureRecommendations I01",
            Change<ArchitectureRecommendation>("I01", advice => advice with { Rationale = null })),
    ];

    private static FundingDecision Approved(string initiative, long amount) =>
        new("SPONSOR", "FY26", initiative, amount, FundingState.Approved, FundingBasis.Other, "Because");
}
