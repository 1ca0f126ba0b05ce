using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Teams;

public sealed class PersonLoadTests
{
    [Fact]
    public void Specialists_are_loaded_and_fragmented_as_in_vector_F14_02()
    {
        var vector = ExpectedFigures.Of("F14-02");
        vector.ShouldBe(
            vector.Input["cases"]!
                .AsArray()
                .Select(c =>
                    Spelled(
                        PersonLoad.Of(
                            Specialist((double)c!["capacity"]!),
                            Requests(c["slices"]!.AsArray().Select(slice => (double)slice!)),
                            (double)vector.Input["switchLoss"]!))));
    }

    [Fact]
    public void The_airline_specialists_are_loaded_as_expected()
    {
        var loads = PersonLoad.Compute(ExpectedFigures.Airline);
        Agreement.Check(ExpectedFigures.OfAirline("people"), loads.ToDictionary(load => load.Person.Code, Spelled), ExpectedFigures.AirlineTolerance);
        foreach (var load in loads)
        {
            load.Explain().Terms.Sum(term => term.Amount).ShouldBe(load.Utilisation, 1e-9);
        }
    }

    [Fact]
    public void Overload_is_what_is_asked_beyond_capacity_and_effective_time_never_exceeds_either() => Property.Holds(random =>
    {
        var person = Specialist(random.Next(1, 11) / 10.0);
        var requests = Requests(Enumerable.Range(0, random.Next(0, 15)).Select(_ => random.Next(1, 6) / 10.0));
        var load = PersonLoad.Of(person, requests, random.Next(0, 11) / 10.0);
        var used = requests.Sum(request => request.Fte);
        load.OverloadFte.ShouldBe(Math.Max(0, used - person.CapacityFte), 1e-12);
        load.EffectiveFte.ShouldBeInRange(0, Math.Min(used, person.CapacityFte) + 1e-12);
        (load.QueueFactor is null).ShouldBe(load.Utilisation >= 1 - 1e-9);
    });

    private static Person Specialist(double capacity) => new("P", "Specialist", "ARCH", null, capacity);

    private static Allocation[] Requests(IEnumerable<double> slices) =>
        [.. slices.Select((fte, i) => new Allocation($"T{i}", "ARCH", fte, ParticipationMode.Shared, "T", "P"))];

    private static object Spelled(PersonLoad load) => new
    {
        load.Utilisation,
        Overload = load.OverloadFte,
        load.Teams,
        load.EffectiveFte,
        load.QueueFactor,
        load.Status,
        load.Fragmentation,
    };
}
