using OperatingModel.Benchmarks;
using OperatingModel.Benchmarks.Live;
using OperatingModel.Benchmarks.Measures;
using OperatingModel.Benchmarks.Peers;
using OperatingModel.Benchmarks.Portfolios;

// check: prints the fingerprints of the results, bit for bit, to be compared between processors and settings
// start | live BEFORE NOW: two published programs; peers | cube | circuits | portfolio | analyses [FILE of the catalogue]: one part;
// without an argument: all parts but start and live
var what = args.FirstOrDefault() ?? "all";
if (what == "check")
{
    Check();
    return 0;
}

var report = new Report();
report.Line(
    $"# Benchmark on {Environment.ProcessorCount} processors, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC");
(string Name, Func<Task> Measure)[] parts =
[
    ("start", () => new StartMeasure(report).RunAsync(args[1], args[2])),
    ("live", () => new LiveMeasure(report).RunAsync(args[1], args[2])),
    ("peers", () => Done(() => Peers(report))),
    ("cube", () => Done(() => Cube(report))),
    ("circuits", () => new CircuitMeasure(report).RunAsync()),
    ("portfolio", () => Done(() => PortfolioMeasure.Run(report))),
    ("analyses", () => Done(() => AnalysesMeasure.Run(report, args.ElementAtOrDefault(1) ?? "../shared/data/catalogue/travel-model.json"))),
];
foreach (var (name, measure) in parts.Where(part => what == part.Name || (what == "all" && part.Name is not ("start" or "live"))))
{
    try
    {
        await measure();
    }
    catch (Exception exception) // Hours of measuring must not be lost because one part fails.
    {
        report.Failed(name, exception);
    }
}

report.Finish(Environment.GetEnvironmentVariable("OPERATINGMODEL_BENCHMARK_OUTPUT") ?? "artifacts/benchmark");
return report.Missed == 0 ? 0 : 2;

static Task Done(Action measure)
{
    measure();
    return Task.CompletedTask;
}

static void Cube(Report report)
{
    var cube = new CubeMeasure(report);
    foreach (var size in new[] { EnterpriseSize.TenThousand, EnterpriseSize.HundredThousand, EnterpriseSize.Million, EnterpriseSize.TenMillion })
    {
        cube.Run(Enterprise.Of(size), edits: size != EnterpriseSize.TenMillion);
    }

    cube.Growth();
}

static void Peers(Report report)
{
    var peers = new List<Func<IPeer>> { () => new CubePeer(), () => new LinqPeer(), () => new SqlitePeer(), () => new DuckDbPeer() };
    if (Environment.GetEnvironmentVariable("OPERATINGMODEL_TEST_POSTGRES") is { Length: > 0 } connection)
    {
        peers.Add(() => new PostgresPeer(connection));
    }
    else
    {
        report.NotMeasured("G1", "PostgreSQL", "not measured: OPERATINGMODEL_TEST_POSTGRES is not set");
    }

    foreach (var (size, rounds) in new[] { (EnterpriseSize.TenThousand, 15), (EnterpriseSize.HundredThousand, 9), (EnterpriseSize.Million, 7) })
    {
        PeerMeasure.Run(report, Enterprise.Of(size), peers, rounds);
    }
}

static void Check()
{
    foreach (var size in new[] { EnterpriseSize.TenThousand, EnterpriseSize.Million })
    {
        var cube = Enterprise.Of(size).Model.Cube;
        var print = CubePeer.Fingerprint(cube);
        var whatIf = CubePeer.Fingerprint(cube.Reweighted(cube.Weights with { Supporting = 2 }));
        double[] figures =
        [
            print.Nodes,
            print.NodesOfAllUnits,
            print.Stages,
            print.StagesOfAllUnits,
            print.Priorities,
            print.Ranks,
            whatIf.Nodes,
            whatIf.Stages,
        ];
        var bits = figures.Select(figure =>
            BitConverter.DoubleToInt64Bits(figure).ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
        Console.WriteLine($"{size.Name}: {string.Join(' ', bits)}");
    }
}
