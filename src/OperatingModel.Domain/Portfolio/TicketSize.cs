using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>An initiative by what it costs and how long it takes.</summary>
/// <param name="Cost">Thousands, over all rounds.</param>
public sealed record Ticket(string Code, long Cost, int Quarters);

/// <summary>
/// Big tickets against everyday improvements (F17). A ticket is big from a cost <em>or</em> a duration on.
/// </summary>
/// <param name="BigMoneyShare">Share of the money in big tickets, 0..1; null without money.</param>
/// <param name="BigCountShare">Share of big tickets among all, 0..1; null without tickets.</param>
/// <param name="Median">Cost of the middle ticket, in thousands; null without tickets.</param>
/// <param name="Big">The big tickets, dearest first.</param>
public sealed record TicketSize(double? BigMoneyShare, double? BigCountShare, double? Median, IReadOnlyList<Ticket> Big, long Money)
{
    public static TicketSize Of(IEnumerable<Ticket> tickets, long bigCost, int bigQuarters)
    {
        Ticket[] all = [.. tickets.OrderBy(ticket => ticket.Cost)];
        Ticket[] big =
        [
            .. all.Where(ticket => ticket.Cost >= bigCost || ticket.Quarters >= bigQuarters)
                .OrderByDescending(ticket => ticket.Cost)
                .ThenBy(ticket => ticket.Code, StringComparer.Ordinal),
        ];
        var money = all.Sum(ticket => ticket.Cost);
        return new TicketSize(
            money > 0 ? (double)big.Sum(ticket => ticket.Cost) / money : null,
            all.Length > 0 ? (double)big.Length / all.Length : null,
            all.Length > 0 ? (all[(all.Length - 1) / 2].Cost + all[all.Length / 2].Cost) / 2.0 : null,
            big,
            money);
    }

    /// <summary>Explains the share of money in big tickets.</summary>
    public Explanation Explain(ModelSnapshot? model = null)
    {
        const string Title = "Share of money in big tickets";
        if (BigMoneyShare is not { } share)
        {
            return Explanation.Unknown(Title, "No money is approved.", FigureUnit.Share);
        }

        var unit = FigureUnit.Count(model?.Meta.MoneyUnit ?? "");
        return new Explanation(
            Title,
            "Money in initiatives that cost much or take long, divided by the money of all.",
            share,
            FigureUnit.Share,
            [
                .. Big.Select(ticket => new ExplanationTerm(
                    ModelInput.NameOf<Initiative>(model, ticket.Code),
                    [ModelInput.Of<Initiative>(model, ticket.Code)],
                    (double)ticket.Cost / Money,
                    $"takes {ticket.Quarters} quarters")
                {
                    Formula = Formula.Of("cost", ticket.Cost) / Formula.Of("all", Money),
                }),
            ],
            [$"The middle ticket costs {unit.Full(Median)}.", $"{FigureText.Percent(BigCountShare ?? 0)} of the tickets are big."],
            [])
        {
            Formula = Formula.Of("big", Big.Sum(ticket => ticket.Cost)) / Formula.Of("all", Money),
        };
    }
}
