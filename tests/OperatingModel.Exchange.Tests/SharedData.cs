namespace OperatingModel.Exchange.Tests;

/// <summary>Real files beside the repository; tests that need them are skipped where they are not.</summary>
internal static class SharedData
{
    public static byte[] Read(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "OperatingModel.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine(root?.FullName ?? ".", "..", "shared", "data", name);
        Assert.SkipUnless(File.Exists(path), $"The real file {name} is not beside the repository (looked for ../shared/data/{name}).");
        return File.ReadAllBytes(path);
    }
}
