namespace OperatingModel.Application.Persistence;

/// <summary>
/// Creates folders and files that only the user of the program may read, where the system has such rights (Unix): a model says what an
/// organisation is bad at.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Creates a folder. An existing one keeps the rights that somebody gave it.</summary>
    public static DirectoryInfo CreateDirectory(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnFolder);

    /// <summary>
    /// Creates an empty file, or removes the rights of others on an existing one without opening it: a process that closes a file releases
    /// every lock it has on that file, among them those of SQLite.
    /// </summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (!File.Exists(path))
        {
            using var file = new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = OwnFile,
                });
        }
        else if ((File.GetUnixFileMode(path) & ~OwnFile) != 0)
        {
            File.SetUnixFileMode(path, OwnFile);
        }
    }
}
