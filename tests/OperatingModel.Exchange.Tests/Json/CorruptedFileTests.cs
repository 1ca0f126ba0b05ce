using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Json;

/// <summary>Random damage to the sample file: never another exception, and a problem for every damage that cannot be a legal change.</summary>
public sealed class CorruptedFileTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    // Members whose text is a code of another list, wherever they stand; owners are not spelled out in files.
    private static readonly HashSet<string> References =
    [
        .. ModelTables
            .All.SelectMany(table => table.Fields)
            .Where(field => field.Reference is not null)
            .Select(field => field.FileName)
            .Except(["unit", "decision", "scenario"]),
        "stages",
        "priorities",
        "objectives",
        "prerequisites",
        "businessUnits",
    ];

    // The sample, with a campaign and a choice of a scenario besides: every list a file can hold.
    private static readonly byte[] Whole = WithCampaignAndChoice();

    private static readonly (string, bool) Nothing = ("nothing", false);

    /// <summary>Every list of the file, its heading, its settings and the profile of the CIO.</summary>
    public static TheoryData<string> Parts() =>
        [.. JsonNode.Parse(Whole)!.AsObject().Select(member => member.Key).Where(name => name != "schemaVersion")];

    [Fact]
    public void The_parts_that_are_damaged_are_all_that_a_file_can_hold() =>
        Parts()
            .Select(part => part.Data)
            .ShouldBe(
                [.. FileShape.Lists.Select(list => list.Name), FileShape.Meta, FileShape.Settings, FileShape.CioProfileName],
                ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_damage_is_read_without_a_crash_and_told_at_its_place_when_it_cannot_be_meant(string part)
    {
        string[] names =
        [
            part,
            .. FileShape.Lists.Where(list => list.Name == part).SelectMany(list => list.Members).Select(member => member.Table.Name),
            .. OtherNames(part),
        ];
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            {
                var file = JsonNode.Parse(Whole)!;
                var (what, mustBeTold) = Damage(new Random(seed), file[part]!);
                var problems = Problems(file);
                return (
                    !mustBeTold
                    || IsChoice(what)
                    || problems.Any(problem => problem.Severity == Severity.Error && names.Any(name => StandsIn(problem.Element, name))))
                    .Label($"{what} was not told at its place: {string.Join('\n', problems)}")
                    .And(
                        problems
                            .All(problem => problem.Element.Length is > 0 and < 400 && problem.Message.EndsWith('.'))
                            .Label($"{what}: {string.Join('\n', problems)}"));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void Much_damage_at_once_is_read_without_a_crash()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var file = JsonNode.Parse(Whole)!;
            for (var i = 0; i < 40; i++)
            {
                Damage(random, file);
            }

            return Problems(file).Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    // A choice of a scenario that refers to nothing is no fault of the file: it waits, and the scenario says so.
    private static bool IsChoice(string what) => what.StartsWith("broke $.scenarioChanges[0].after.", StringComparison.Ordinal)
        || what.StartsWith("broke $.scenarioChanges[0].before.", StringComparison.Ordinal);

    private static byte[] WithCampaignAndChoice()
    {
        var airline = SampleModels.Airline(Today);
        var started = airline.With(CampaignEdits.Start(airline, "Round", Today, null, ["C1", "C4.3"], ["MAIN"], [("ann", "Ann")]), 1);
        var (campaign, leaf) = (started.Table<Campaign>()[0].Code, started.Capabilities.Find("C4.3")!);
        return ModelFileWriter.Write(started.With(
        [
            RowChange.Add(new CampaignScore(campaign, "C4.3", "MAIN", "ann", 3, 2, 4, Confidence.Low, Today, "Seen")),
            RowChange.Add(new CampaignAgreement(campaign, "C4.3", "MAIN", "Ann", Today)),
            RowChange.Add(new ScenarioChange("HEAT", new RowValue(leaf), new RowValue(leaf with { Name = "Travel rules" }))),
        ], 2));
    }

    private static List<ModelProblem> Problems(JsonNode file)
    {
        try
        {
            return [.. ModelFileReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), Today).Check()];
        }
        catch (ModelFileException refusal)
        {
            // A damaged schema version: nothing else in such a file could be trusted.
            return [new ModelProblem("refused", Severity.Error, "file", null, refusal.Message)];
        }
    }

    // The rated statements have no list of their own in a file.
    private static string[] OtherNames(string part) =>
        part == FileShape.CioProfileName ? [ModelTables.Of<CioProfile>().Name, ModelTables.Of<CioStatement>().Name] : [];

    private static bool StandsIn(string element, string name) =>
        element.StartsWith(name, StringComparison.Ordinal) && (element.Length == name.Length || element[name.Length] is '[' or '.' or ' ');

    private static (string What, bool MustBeTold) Damage(Random random, JsonNode part)
    {
        var places = Places(part).ToList();
        var done = Nothing;
        for (var attempt = 0; attempt < 50 && places.Count > 0 && done == Nothing; attempt++)
        {
            var node = places[random.Next(places.Count)];
            done = random.Next(6) switch
            {
                0 => Rename(random, node),
                1 => Retype(random, node),
                2 => Repeat(node),
                3 => Remove(node),
                4 => Break(node),
                _ => Shift(random, node),
            };
        }

        return done;
    }

    private static (string, bool) Rename(Random random, JsonNode node)
    {
        if (node.Parent is not JsonObject owner)
        {
            return Nothing;
        }

        var (path, name) = (node.GetPath(), node.GetPropertyName());
        owner.Remove(name);
        owner[name + (char)random.Next('a', 'z')] = node;

        // Holders of decision rights may be c-suite roles, which are free text.
        return ($"renamed {path}", !path.Contains(".rights.", StringComparison.Ordinal));
    }

    private static (string, bool) Retype(Random random, JsonNode node)
    {
        var path = node.GetPath();
        JsonNode other = node.GetValueKind() switch
        {
            JsonValueKind.Object => random.Next(2) == 0 ? new JsonArray(1) : "text",
            JsonValueKind.Array => random.Next(2) == 0 ? new JsonObject { ["x"] = 1 } : 5,
            JsonValueKind.String => random.Next(2) == 0 ? new JsonArray() : 5,
            _ => random.Next(2) == 0 ? new JsonObject() : "text",
        };
        node.ReplaceWith(other);
        return ($"retyped {path}", true);
    }

    private static (string, bool) Repeat(JsonNode node)
    {
        if (node.Parent is not JsonArray list)
        {
            return Nothing;
        }

        list.Add(node.DeepClone());

        // A participation mode or a band that stands twice says nothing new.
        return (
            $"repeated {node.GetPath()}",
            !node.GetPath().Contains(".modes[", StringComparison.Ordinal) && !node.GetPath().Contains(".bands[", StringComparison.Ordinal));
    }

    private static (string, bool) Remove(JsonNode node)
    {
        var path = node.GetPath();
        var needed = IsNeeded(node);
        switch (node.Parent)
        {
            case JsonObject owner:
                owner.Remove(node.GetPropertyName());
                break;
            case JsonArray list:
                list.Remove(node);
                break;
        }

        return ($"removed {path}", needed);
    }

    // A field of a row that may be neither unknown nor left out.
    private static bool IsNeeded(JsonNode node)
    {
        if (node.Parent is not JsonObject
            || node.GetPath()[2..].Split('.') is not { Length: 2 or 3 } steps
            || !steps[..^1].All(step => step.EndsWith(']')))
        {
            return false;
        }

        // Earlier damage may have put there what no list knows.
        var list = FileShape.Lists.FirstOrDefault(list => list.Name == steps[0].Split('[')[0]);
        var table = steps.Length == 2 ? list?.Table : list?.Members.FirstOrDefault(member => member.Name == steps[1].Split('[')[0])?.Table;
        return table is not null && table.Fields.Any(field => field.FileName == steps[^1] && !field.IsOptional && !field.HasDefault);
    }

    private static (string, bool) Break(JsonNode node)
    {
        var name =
            node.Parent is JsonArray
                ? node.Parent.Parent is JsonObject
                    ? node.Parent.GetPropertyName()
                    : ""
                : node.Parent is JsonObject
                    ? node.GetPropertyName()
                    : "";
        if (node.GetValueKind() != JsonValueKind.String
            || !References.Contains(name)
            || node.GetPath().StartsWith("$.meta", StringComparison.Ordinal))
        {
            return Nothing;
        }

        var path = node.GetPath();
        node.ReplaceWith("NONE");
        return ($"broke {path}", true);
    }

    private static (string, bool) Shift(Random random, JsonNode node)
    {
        if (node.GetValueKind() != JsonValueKind.Number)
        {
            return Nothing;
        }

        var path = node.GetPath();
        // No number of a model may be as large as that.
        node.ReplaceWith(random.Next(2) == 0 ? -1e16 : 1e16);
        return ($"shifted {path}", true);
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>().ToList())
        {
            yield return child;
            foreach (var below in Places(child))
            {
                yield return below;
            }
        }
    }
}
