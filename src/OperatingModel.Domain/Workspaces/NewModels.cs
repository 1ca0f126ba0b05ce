using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Scenarios;

namespace OperatingModel.Domain.Workspaces;

/// <summary>New models that come from no file.</summary>
public static class NewModels
{
    private const int Quarters = 8;

    /// <summary>A model with a heading and nothing else; until revenue is known every business unit counts the same.</summary>
    /// <param name="today">The planning horizon begins with the next quarter.</param>
    public static ModelSnapshot Empty(string name, string code, DateOnly today) => ModelSnapshot.Of(
        [
            List(new ModelMeta(code, name, null, null, "EUR", "kEUR", null, Quarter.Of(today) + 1, Quarters, null)),
            List(ModelSettings.Default with { BusinessUnitWeightBasis = WeightBasis.Equal }),
            List(new Scenario("TODAY", ScenarioKind.Current, "Today", null, null, null, null)),
        ],
        0,
        today);

    /// <summary>The same contents under another heading.</summary>
    public static ModelSnapshot CopyOf(ModelSnapshot model, string name, string code) =>
        model.With([RowChange.Replace(model.Meta, model.Meta with { Name = name, Code = code })], model.Revision);

    /// <summary>The name of a copy until somebody gives it a better one.</summary>
    /// <param name="taken">Codes of the models that exist.</param>
    public static (string Name, string Code) NamesOfCopy(ModelMeta original, IReadOnlyCollection<string> taken)
    {
        var stem = original.Code[..Math.Min(original.Code.Length, CodeAttribute.MaxLength - 5)].TrimEnd();
        var number = Enumerable.Range(2, taken.Count + 1).First(n => !taken.Contains($"{stem}-{n}"));
        var name = $"{original.Name} (copy)";
        return (name.Length <= 200 ? name : original.Name, $"{stem}-{number}");
    }

    private static ITable List<T>(T row) where T : ModelRow => ModelTables.Of<T>().Create([row]);
}
