using Microsoft.Data.Sqlite;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// A consistent copy of a SQLite database while it is in use. Copying the file itself would drop SQLite's locks and lose writes.
/// </summary>
internal static class SqliteBackup
{
    /// <summary>The copy appears under its name, in place of an older one, only when it is complete.</summary>
    public static void Write(SqliteConnection source, string path)
    {
        var unfinished = $"{path}.unfinished";
        File.Delete(unfinished);
        PrivateFiles.Create(unfinished);
        using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            source.BackupDatabase(target);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
