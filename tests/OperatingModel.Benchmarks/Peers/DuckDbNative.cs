using System.Reflection;
using System.Runtime.InteropServices;

namespace OperatingModel.Benchmarks.Peers;

/// <summary>The few functions of DuckDB's C interface that the benchmark needs; the library is looked for where the script put it.</summary>
internal static partial class DuckDbNative
{
    private const string Library = "duckdb";

    static DuckDbNative() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) =>
        name == Library && LibraryPath is { } path ? NativeLibrary.Load(path) : 0);

    /// <summary>Null when the library is not there.</summary>
    public static string? LibraryPath { get; } = Environment.GetEnvironmentVariable("OPERATINGMODEL_BENCHMARK_DUCKDB") is { Length: > 0 } path && File.Exists(path) ? path : null;

    [LibraryImport(Library, EntryPoint = "duckdb_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string? path, out nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_close")]
    public static partial void Close(ref nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_connect")]
    public static partial int Connect(nint database, out nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
    public static partial void Disconnect(ref nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Query(nint connection, string sql, out Result result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_result")]
    public static partial void DestroyResult(ref Result result);

    [LibraryImport(Library, EntryPoint = "duckdb_result_error")]
    public static partial nint ResultError(ref Result result);

    [LibraryImport(Library, EntryPoint = "duckdb_value_double")]
    public static partial double ValueDouble(ref Result result, ulong column, ulong row);

    [LibraryImport(Library, EntryPoint = "duckdb_library_version")]
    public static partial nint LibraryVersion();

    [LibraryImport(Library, EntryPoint = "duckdb_appender_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AppenderCreate(nint connection, string? schema, string table, out nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_append_int32")]
    public static partial int AppendInt32(nint appender, int value);

    [LibraryImport(Library, EntryPoint = "duckdb_append_double")]
    public static partial int AppendDouble(nint appender, double value);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_end_row")]
    public static partial int AppenderEndRow(nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_destroy")]
    public static partial int AppenderDestroy(ref nint appender);

    /// <summary>Six words, of which only the library knows the meaning.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Result
    {
        private readonly ulong _columns;
        private readonly ulong _rows;
        private readonly ulong _changed;
        private readonly nint _data;
        private readonly nint _error;
        private readonly nint _internal;
    }
}
