namespace OperatingModel.Application.Persistence;

/// <summary>
/// Makes this process the only one that uses a data directory. The operating system holds the lock and releases it when the process ends,
/// however it ends.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    public const string FileName = "operating-model.lock";

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <exception cref="StartupException">Another process has it, or the file cannot be written.</exception>
    public static DataDirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            PrivateFiles.Create(path);
            return new DataDirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new StartupException(
                $"Another OperatingModel process uses the data directory {directory}. Two processes would damage the database: "
                + $"stop the other one, or give this one a directory of its own ({StorageSettings.DataDirectoryKey}).",
                exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StartupException($"The file {path} cannot be written; let the user of this program own the data directory.", exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
