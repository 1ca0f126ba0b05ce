namespace OperatingModel.Application.Persistence;

/// <summary>
/// Folders and files that only the user of the program may look into, where the system knows such rights (Unix): a model says what an
/// organisation is bad at.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that is not there yet. One that is there keeps the rights that somebody gave it.</summary>
    public static DirectoryInfo CreateDirectory(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnFolder);

    /// <summary>
    /// Makes an empty file that is not there yet, and takes the rights of others on one that is, without opening it: whoever closes a file
    /// lets go of every lock that this process has on it, among them those of SQLite.
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
