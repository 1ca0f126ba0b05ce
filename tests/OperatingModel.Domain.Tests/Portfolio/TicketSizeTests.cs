using System.Text.Json;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Portfolio;

public sealed class TicketSizeTests
{
    [Fact]
    public void A_ticket_is_big_by_cost_or_by_duration() // F17-01: 4000 and 900 of 6000
    {
        var input = MethodVectors.Input("F17-01");
        var tickets = input
            .GetProperty("items")
            .EnumerateArray()
            .Select((item, i) => new Ticket($"T{i}", item.GetProperty("cost").GetInt64(), item.GetProperty("quarters").GetInt32()));
        var size = TicketSize.Of(tickets, input.GetProperty("bigCost").GetInt64(), input.GetProperty("bigQuarters").GetInt32());
        ShouldMatch(size, MethodVectors.Expected("F17-01"), 1e-9);
        size.Big.Select(ticket => ticket.Code).ShouldBe(["T1", "T2"]);
        size.Explain().Terms.Sum(term => term.Amount).ShouldBe(size.BigMoneyShare!.Value, 1e-9);
        MethodVectors.Ids("F17").ShouldBe(["F17-01"]);
    }

    [Fact]
    public void Without_tickets_there_are_no_shares()
    {
        var size = TicketSize.Of([], 3000, 5);
        (size.BigMoneyShare, size.BigCountShare, size.Median, size.Explain().Figure).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void The_middle_of_an_odd_number_is_one_of_them() =>
        TicketSize.Of([new Ticket("A", 5, 1), new Ticket("B", 1, 1), new Ticket("C", 9, 1)], 100, 9).Median.ShouldBe(5);

    internal static void ShouldMatch(TicketSize size, JsonElement expected, double near)
    {
        size.BigMoneyShare.ShouldBeNear(expected.Number("bigMoneyShare"), near, "money");
        size.BigCountShare.ShouldBeNear(expected.Number("bigCountShare"), near, "count");
        size.Median.ShouldBeNear(expected.Number("medianTicket"), near, "median");
    }
}
