using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace OperatingModel.Application.Tests.Persistence;

/// <summary>Makes the first commits that this test causes look as if the connection broke, after they were stored or before.</summary>
internal sealed class LostAnswer : IDisposable
{
    private static readonly AsyncLocal<LostAnswer?> OfThisTest = new();

    private readonly int _howOften;
    private readonly string _event;
    private readonly IDisposable _subscription;
    private IDisposable? _inner;

    public LostAnswer(int howOften, bool beforeCommit = false)
    {
        _howOften = howOften;
        _event = (beforeCommit ? RelationalEventId.TransactionCommitting : RelationalEventId.TransactionCommitted).Name!;
        _subscription = DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
        {
            if (listener.Name == DbLoggerCategory.Name)
            {
                _inner = listener.Subscribe(new Observer<KeyValuePair<string, object?>>(OnReported));
            }
        }));
        OfThisTest.Value = this;
    }

    /// <summary>Commits seen.</summary>
    public int Count { get; private set; }

    public void Dispose()
    {
        OfThisTest.Value = null;
        _inner?.Dispose();
        _subscription.Dispose();
    }

    private void OnReported(KeyValuePair<string, object?> reported)
    {
        if (reported.Key == _event && OfThisTest.Value == this && ++Count <= _howOften)
        {
            throw new NpgsqlException("The connection broke.", new IOException());
        }
    }
}

/// <summary>Does this with everything reported.</summary>
internal sealed class Observer<T>(Action<T> onNext) : IObserver<T>
{
    public void OnNext(T value) => onNext(value);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
