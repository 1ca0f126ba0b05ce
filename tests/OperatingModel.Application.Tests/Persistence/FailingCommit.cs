using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace OperatingModel.Application.Tests.Persistence;

/// <summary>Makes the first commits that this test causes fail, after they were stored or before.</summary>
internal sealed class FailingCommit : IDisposable
{
    private static readonly AsyncLocal<FailingCommit?> OfThisTest = new();

    private readonly Exception _failure;
    private readonly int _howOften;
    private readonly string _event;
    private readonly IDisposable _subscription;
    private IDisposable? _inner;

    public FailingCommit(EventId at, Exception failure, int howOften = 1)
    {
        (_event, _failure, _howOften) = (at.Name!, failure, howOften);
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
            throw _failure;
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
