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
    public void Validate_finds_only_the_two_warnings_in_the_sample()
    {
        File.WriteAllBytes(_path, SampleModels.AirlineFile);

        ValidateCommand.Run([_path], _output, _error).ShouldBe(0);

        var lines = _output.ToString().TrimEnd().Split(Environment.NewLine);
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("over-served ('C8.5', 'HOL', None)");
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

        foreach (var rule in new[] { "error unknown-field: vendors[0].colour", "error capability-cycle", "warning kpi-without-owner: kpis K01.owner", "warning over-served" })
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

    private void WriteSample(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(SampleModels.AirlineFile)!;
        change(file);
        File.WriteAllText(_path, file.ToJsonString());
    }
}
