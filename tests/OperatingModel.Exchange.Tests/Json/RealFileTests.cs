using OperatingModel.Domain;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Exchange.Tests.Json;

public sealed class RealFileTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData("catalogue/travel-model.json", 1434, 5243)]
    [InlineData("catalogue/catalogue-model.json", 8789, 28754)]
    public void A_public_capability_catalogue_opens_without_an_error(string file, int capabilities, int links)
    {
        var reading = ModelFileReader.Read(SharedData.Read(file), Today);

        reading.Problems.ShouldBeEmpty();
        reading.Model.Capabilities.Count.ShouldBe(capabilities);
        reading.Model.StageLinks.Count.ShouldBe(links);
        ModelRules.Check(reading.Model).ShouldNotContain(problem => problem.Severity == Severity.Error);
        ModelFileReader.Read(ModelFileWriter.Write(reading.Model), Today).Model.StageLinks.ShouldBe(reading.Model.StageLinks);
    }
}
