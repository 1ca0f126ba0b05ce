using System.Text.Json;
using System.Text.Json.Nodes;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.CommandLine;

namespace OperatingModel.Web.Tests.CommandLine;

public sealed class ModelFileCommandsTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Analyse_prints_the_indicators_of_a_sound_model()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);

        AnalyseCommand.Run([_path], _output, _error).ShouldBe(0);

        var indicators = JsonElement.Parse(_output.ToString());
        indicators.GetProperty("priorities")[0].GetProperty("code").GetString().ShouldBe("C4.3");
        indicators.GetProperty("warnings").GetArrayLength().ShouldBe(2);
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Analyse_refuses_a_model_with_errors_and_names_every_one()
    {
        WriteSample(file =>
        {
            file["assessments"]![0]!["importance"] = 6;
            file["stageLinks"]![0]!["stage"] = "NOWHERE";
        });

        AnalyseCommand.Run([_path], _output, _error).ShouldBe(1);

        _output.ToString().ShouldBeEmpty();
        _error.ToString().ShouldContain("error field-invalid: assessments C1.1 · MAIN.importance");
        _error.ToString().ShouldContain("error reference-missing: stageLinks NOWHERE · C1.1.stage");
        _error.ToString().ShouldNotContain("warning");
    }

    [Fact]
    public void Analyse_refuses_values_that_cannot_be_read()
    {
        WriteSample(file => file["assessments"]![0]!["importance"] = "high");
        AnalyseCommand.Run([_path], _output, _error).ShouldBe(1);
        _error.ToString().ShouldContain("error unreadable-value: assessments[0].importance");
    }

    [Fact]
    public void Analyse_explains_one_figure_in_words_with_terms_that_add_up()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);

        AnalyseCommand.Run([_path, "--explain", "portfolioExplain.I13"], _output, _error).ShouldBe(0);

        var lines = _output.ToString().TrimEnd().Split(Environment.NewLine);
        lines[0].ShouldBe("Why Automated claims and compensation is selected: 1.73 need points");
        lines[1].ShouldBe("  Need points of the best selection less those of the best without it.");
        lines[2].ShouldBe("  best 324.82 − without it 323.09 = 1.73 need points");
        var terms = lines.Skip(4).TakeWhile(line => line.Length > 0).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        terms[^1].ShouldBe(["1.73", "together"]);
        terms.SkipLast(1).Sum(term => decimal.Parse(term[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(1.73m, 0.005m);
        _error.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("enterprise", "Heat of all capabilities: 25.2 of 100", "Journey preparation", "together", "Behind it:", "What would change it:")]
    [InlineData("priorities.C1.1", "Priority of Campaign & content management: 9.8 points")]
    [InlineData(
        "changes.CH1",
        "today: 66 points a change",
        "with the teams: 5.75 points a change",
        "Frame the customer need and outcome → Business case and gate")]
    [InlineData(
        "teams.T-PRE",
        "Role coverage of Pre-flight experience: 100%",
        "Cognitive load of Pre-flight experience: 100%",
        "covered: 100% of 3 FTE, critical")]
    [InlineData("portfolioExplain.I07", "Why Replace the reservation core in one step cannot be selected: unknown", "500 are missing")]
    public void Analyse_prints_title_inputs_terms_and_levers(string figure, params string[] parts)
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);
        AnalyseCommand.Run(["--explain", figure, _path], _output, _error).ShouldBe(0);
        foreach (var part in parts)
        {
            _output.ToString().ShouldContain(part);
        }
    }

    [Fact]
    public void Analyse_lists_the_figures_there_are_when_the_key_has_many()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);

        AnalyseCommand.Run([_path, "--explain", "priorities"], _output, _error).ShouldBe(0);

        var lines = _output.ToString().TrimEnd().Split(Environment.NewLine);
        lines[0].ShouldStartWith("priorities: How urgently");
        lines[3].ShouldBe("  priorities.C4.3    120 points  Priority of Disruption notification & rebooking");
        lines.Length.ShouldBe(33);
    }

    [Theory]
    [InlineData("priority", "Nearest: priorities,")]
    [InlineData("priorities.C9.9", "Nearest: priorities.C")]
    public void Analyse_refuses_an_unknown_figure_and_says_what_there_is(string figure, string nearest)
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);

        AnalyseCommand.Run([_path, "--explain", figure], _output, _error).ShouldBe(2);

        _output.ToString().ShouldBeEmpty();
        _error.ToString().ShouldStartWith($"There is no figure '{figure}'. {nearest}");
        _error.ToString().ShouldContain("  standardisationIndex  ");
    }

    [Fact]
    public void Without_a_figure_to_explain_the_command_says_what_it_needs()
    {
        AnalyseCommand.Run(["a.json", "--explain"], _output, _error).ShouldBe(2);
        _error.ToString().ShouldContain("Name one model file: analyse FILE [--explain KEY]");
    }

    [Theory]
    [InlineData("stageLinks", "capability-without-stage", "priorities", "byStageAndBusinessUnit")]
    [InlineData("scenarios", null, "mix")]
    [InlineData("meta", null, "scaleUse")]
    public void Analyse_gives_what_it_can_of_a_model_that_is_not_finished(string lacking, string? error, params string[] figures)
    {
        WriteSample(file => file.AsObject().Remove(lacking));

        AnalyseCommand.Run([_path], _output, _error).ShouldBe(0, _error.ToString());

        var indicators = JsonElement.Parse(_output.ToString());
        figures.ShouldBeSubsetOf(indicators.EnumerateObject().Select(figure => figure.Name));
        indicators.GetProperty("counts").GetProperty("leaves").GetInt32().ShouldBe(30);
        _error.ToString().ShouldBeEmpty();
        ValidateCommand.Run([_path], _output, _error).ShouldBe(error is null ? 0 : 1);
        _output.ToString().ShouldContain(error is null ? "0 errors" : $"error {error}");
    }

    [Theory]
    [InlineData("analyse")]
    [InlineData("validate")]
    public void A_name_that_stands_twice_makes_a_file_unreadable(string verb)
    {
        File.WriteAllText(_path, """{"meta":{"code":"X","name":"x","code":"Y"}}""");

        (verb == "analyse" ? AnalyseCommand.Run([_path], _output, _error) : ValidateCommand.Run([_path], _output, _error)).ShouldBe(2);

        _error.ToString().TrimEnd().ShouldBe("At line 1 the name \"code\" stands a second time in the same object; keep one.");
        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_list_that_a_file_lacks_gives_figures_or_errors_with_names_never_an_exception()
    {
        foreach (var list in JsonNode.Parse(SampleModels.AirlineFile)!.AsObject().Select(member => member.Key).Except(["schemaVersion"]))
        {
            _error.GetStringBuilder().Clear();
            _output.GetStringBuilder().Clear();
            WriteSample(file => file.AsObject().Remove(list));
            var code = AnalyseCommand.Run([_path], _output, _error);
            (
                code == 0 ? _output.ToString().StartsWith('{') : code == 1 && _error.ToString().StartsWith("error ", StringComparison.Ordinal)
            ).ShouldBeTrue(list);
        }
    }

    [Fact]
    public void Validate_finds_only_the_two_warnings_in_the_sample()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);

        ValidateCommand.Run([_path], _output, _error).ShouldBe(0);

        var lines = _output.ToString().TrimEnd().Split(Environment.NewLine);
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("over-served: assessments C8.5 · HOL");
        lines[1].ShouldContain("approved although vetoed: SPONSOR I10");
        lines[2].ShouldBe("0 errors, 2 warnings.");
    }

    [Fact]
    public void Validate_lists_every_problem_and_fails_on_an_error()
    {
        WriteSample(file =>
        {
            file["capabilities"]![0]!["parent"] = "C1.1";
            file["kpis"]![0]!["owner"] = null;
            file["vendors"]![0]!["colour"] = "red";
        });

        ValidateCommand.Run([_path], _output, _error).ShouldBe(1);

        foreach (var rule in new[]
            {
                "error unknown-field: vendors[0].colour",
                "error capability-cycle",
                "warning kpi-without-owner: kpis K01.owner",
                "warning over-served",
            })
        {
            _output.ToString().ShouldContain(rule);
        }
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData(null, "There is no file")]
    public void What_is_no_model_file_is_told_in_one_line(string? text, string sentence)
    {
        if (text is not null)
        {
            File.WriteAllText(_path, text);
        }

        foreach (var run in new[] { () => AnalyseCommand.Run([_path], _output, _error), () => ValidateCommand.Run([_path], _output, _error) })
        {
            _error.GetStringBuilder().Clear();
            run().ShouldBe(2);
            _output.ToString().ShouldBeEmpty();
            var line = _error.ToString().TrimEnd().Split(Environment.NewLine).ShouldHaveSingleItem();
            line.ShouldContain(sentence);
        }
    }

    [Fact]
    public void Without_exactly_one_file_the_command_says_what_it_needs()
    {
        AnalyseCommand.Run([], _output, _error).ShouldBe(2);
        ValidateCommand.Run(["a.json", "b.json"], _output, _error).ShouldBe(2);
        _error.ToString().ShouldContain("Name one model file: analyse FILE");
        _error.ToString().ShouldContain("Name one model file: validate FILE");
    }

    [Fact]
    public void Validate_quotes_codes_names_blanks_and_suggests_the_near_code()
    {
        WriteSample(file =>
        {
            file["stageLinks"]![0]!["capability"] = "C1.1 ";
            file["stageLinks"]![1]!["capability"] = "C2.1\u00a0";
            file["stageLinks"]![2]!["stage"] = "inspire";
        });

        ValidateCommand.Run([_path], _output, _error).ShouldBe(1);

        _output.ToString().ShouldContain("There is no “C1.1 ” in capabilities: it has a blank at its end. Write “C1.1”.");
        _output.ToString().ShouldContain("There is no “C2.1\u00a0” in capabilities: it has a no-break space at its end. Write “C2.1”.");
        _output.ToString().ShouldContain("There is no “inspire” in stages. “INSPIRE” is written with capitals.");
    }

    [Fact]
    public void A_number_beyond_any_organisation_is_told_at_its_row_with_the_remedy()
    {
        WriteSample(file => file["people"]![0]!["capacityFte"] = 5e-324);

        ValidateCommand.Run([_path], _output, _error).ShouldBe(1);

        _output.ToString().ShouldContain("error field-invalid: people");
        _output.ToString().ShouldContain(".capacityFte: 5E-324 is outside the scale; give 0.000001 to 10,000,000.");
        AnalyseCommand.Run([_path], _output, _error).ShouldBe(1);
    }

    [Fact]
    public void A_time_limit_that_strikes_is_told_with_the_proven_gap_in_the_figures_and_beside_them()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);

        AnalyseCommand.Run([_path, "--time-limit", "2"], _output, _error, new HurryingClock()).ShouldBe(0);

        var figures = JsonElement.Parse(_output.ToString());
        var portfolio = figures.GetProperty("portfolio");
        portfolio.GetProperty("status").GetString().ShouldBe("NotProvenOptimal");
        portfolio.GetProperty("bound").GetDouble().ShouldBeGreaterThanOrEqualTo(324.8176);
        var (value, bound) = (portfolio.GetProperty("value").GetDouble(), portfolio.GetProperty("bound").GetDouble());
        portfolio.GetProperty("gap").GetDouble().ShouldBe((bound - value) / bound, 1e-12);
        figures
            .GetProperty("portfolioExplain")
            .EnumerateObject()
            .Count(verdict => verdict.Value.TryGetProperty("proven", out _))
            .ShouldBeGreaterThan(0);
        var told = _error.ToString().TrimEnd().Split(Environment.NewLine).ShouldHaveSingleItem();
        told.ShouldStartWith("The limit of 2 s, or of 1,000,000 parts examined, ended the search for the best selection: the one found removes ");
        told.ShouldEndWith("away). Give more time with --time-limit SECONDS.");
    }

    [Fact]
    public void Without_a_strike_nothing_is_said_of_limits_and_no_member_is_added()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);
        AnalyseCommand.Run(["--time-limit", "86400", _path], _output, _error).ShouldBe(0);
        _error.ToString().ShouldBeEmpty();
        var portfolio = JsonElement.Parse(_output.ToString()).GetProperty("portfolio");
        (portfolio.TryGetProperty("bound", out _), portfolio.TryGetProperty("gap", out _)).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("100000")]
    public void A_time_limit_that_is_none_is_refused_in_words(string limit)
    {
        AnalyseCommand.Run([_path, "--time-limit", limit], _output, _error).ShouldBe(2);
        _error.ToString().ShouldContain($"The time limit is a number of seconds from 0 to 86400, not '{limit}'.");
    }

    [Fact]
    public void Progress_is_shown_only_to_somebody_who_watches_and_leaves_nothing_behind()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);
        AnalyseCommand.Run([_path], _output, _error, isWatched: true).ShouldBe(0);
        var lines = _error.ToString().Split('\r');
        lines.ShouldContain(line => line.StartsWith("Best selection: ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("What each initiative is worth: 100", StringComparison.Ordinal));
        lines[^1].ShouldBeEmpty();
        lines[^2].ShouldBe(new string(' ', lines[^2].Length));
    }

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes among files here.");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [_path]))
        {
            make.WaitForExit();
        }

        ValidateCommand.Run([_path], _output, _error, new ImpatientClock()).ShouldBe(2);
        _error.ToString().ShouldContain("it is a pipe to which nothing is written");
        _error.ToString().ShouldContain("name it -");

        // Lets the thread go that still waits for somebody to write.
        using var writer = new FileStream(_path, FileMode.Open, FileAccess.Write);
    }

    [Theory]
    [InlineData("validate", "0 errors, 2 warnings.")]
    [InlineData("analyse", "\"standardisationIndex\"")]
    public async Task A_dash_names_the_standard_input(string verb, string said)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OperatingModel.Web.dll"), verb, "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var program = System.Diagnostics.Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.StandardInput.BaseStream.WriteAsync(SampleModels.AirlineFile, TestContext.Current.CancellationToken);
        program.StandardInput.Close();
        (await output).ShouldContain(said);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        program.ExitCode.ShouldBe(0);
    }

    // Every look at it takes a second.
    private sealed class HurryingClock : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _looks);
    }

    // Whoever waits has waited long enough.
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private void WriteSample(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(SampleModels.AirlineFile)!;
        change(file);
        File.WriteAllText(_path, file.ToJsonString());
    }
}
