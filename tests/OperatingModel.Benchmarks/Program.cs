using OperatingModel.Benchmarks;
using OperatingModel.Benchmarks.Measures;
using OperatingModel.Benchmarks.Peers;
using OperatingModel.Benchmarks.Portfolios;

// check: prints the fingerprints of the results, bit for bit, to be compared between processors and settings
// peers | cube | circuits | portfolio | analyses [FILE of the catalogue]: one part; without an argument: all
var what = args.FirstOrDefault() ?? "all";
if (what == "check")
{
    Check();
    return 0;
}

var report = new Report();
report.Line($"# Benchmark on {Environment.ProcessorCount} processors, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC");
if (what is "all" or "peers")
{
    Peers(report);
}

if (what is "all" or "cube")
{
    var cube = new CubeMeasure(report);
    foreach (var size in new[] { EnterpriseSize.TenThousand, EnterpriseSize.HundredThousand, EnterpriseSize.Million, EnterpriseSize.TenMillion })
    {
        cube.Run(Enterprise.Of(size), edits: size != EnterpriseSize.TenMillion);
    }

    cube.Growth();
}

if (what is "all" or "circuits")
{
    await new CircuitMeasure(report).RunAsync();
}

if (what is "all" or "portfolio")
{
    PortfolioMeasure.Run(report);
}

if (what is "all" or "analyses")
{
    AnalysesMeasure.Run(report, args.ElementAtOrDefault(1) ?? "../shared/data/catalogue/travel-model.json");
}

report.Finish(Environment.GetEnvironmentVariable("OPERATINGMODEL_BENCHMARK_OUTPUT") ?? "artifacts/benchmark");
return report.Missed == 0 ? 0 : 2;

static void Peers(Report report)
{
    var peers = new List<Func<IPeer>> { () => new CubePeer(), () => new LinqPeer(), () => new SqlitePeer() };
    if (Environment.GetEnvironmentVariable("OPERATINGMODEL_TEST_POSTGRES") is { Length: > 0 } connection)
    {
        peers.Add(() => new PostgresPeer(connection));
    }
    else
    {
        report.NotMeasured("G1", "PostgreSQL", "not measured: OPERATINGMODEL_TEST_POSTGRES is not set");
    }

    if (DuckDbNative.LibraryPath is not null)
    {
        peers.Add(() => new DuckDbPeer());
    }
    else
    {
        report.NotMeasured("G1", "DuckDB", "not measured: its library is not there (OPERATINGMODEL_BENCHMARK_DUCKDB)");
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
        double[] figures = [print.Nodes, print.NodesOfAllUnits, print.Stages, print.StagesOfAllUnits, print.Priorities, print.Ranks, whatIf.Nodes, whatIf.Stages];
        Console.WriteLine($"{size.Name}: {string.Join(' ', figures.Select(figure => BitConverter.DoubleToInt64Bits(figure).ToString("x16", System.Globalization.CultureInfo.InvariantCulture)))}");
    }
}
