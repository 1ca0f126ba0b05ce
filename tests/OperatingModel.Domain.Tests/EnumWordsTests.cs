using OperatingModel.Domain.Leadership;

namespace OperatingModel.Domain.Tests;

public sealed class EnumWordsTests
{
    public static TheoryData<Enum> All =>
        [
            .. typeof(EnumWords)
                .Assembly.GetTypes()
                .Where(type => type is { IsEnum: true, IsPublic: true })
                .SelectMany(type => Enum.GetValues(type).Cast<Enum>()),
        ];

    [Fact]
    public void Names_of_programs_become_words_of_people()
    {
        EnumWords.Of(EffortCategory.CioOffice).ShouldBe("CIO office");
        EnumWords.Label(EffortCategory.CioOffice).ShouldBe("CIO office");
        EnumWords.Label("PhaseOut").ShouldBe("Phase out");
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void What_is_a_label_already_stays_one(Enum value)
    {
        var label = EnumWords.Label(value);
        EnumWords.Label(label).ShouldBe(label);
        label.ShouldBe(EnumWords.Label($"{value}"));
        label[1..].ShouldBe(EnumWords.Of(value)[1..]);
    }
}
