using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace OperatingModel.Browser.Tests;

/// <summary>
/// The line between a browser and the program, as people have it: every TCP connection is forwarded, WebSockets too. It can be slow,
/// and it can be cut.
/// </summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<TcpClient, byte> _open = [];
    private readonly Uri _program;
    private readonly Task _accepting;
    private volatile bool _isCut;

    private SlowLine(Uri program)
    {
        _program = program;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The program's address at this end of the line.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How long each byte is on its way, in each direction.</summary>
    public TimeSpan Delay { get; set; }

    public static SlowLine To(Uri program) => new(program);

    /// <summary>Ends every connection and lets no other through until the line is mended.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var end in _open.Keys)
        {
            end.Dispose();
        }
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ForwardAsync(TcpClient browser)
    {
        using var program = new TcpClient();
        using (browser)
        {
            try
            {
                if (_isCut || !_open.TryAdd(browser, 0) || !_open.TryAdd(program, 0))
                {
                    return;
                }

                await program.ConnectAsync(_program.Host, _program.Port, _end.Token);
                await await Task.WhenAny(PumpAsync(browser, program), PumpAsync(program, browser));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Cut, or closed by one of its ends.
            }
            finally
            {
                _open.TryRemove(browser, out _);
                _open.TryRemove(program, out _);
            }
        }
    }

    // Each byte has its own delay: what follows closely arrives closely.
    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var onTheWay = Channel.CreateUnbounded<(byte[] Bytes, long Sent)>();
        var arriving = ArriveAsync(onTheWay.Reader, to.GetStream());
        var buffer = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var count)
        {
            onTheWay.Writer.TryWrite((buffer[..count], TimeProvider.System.GetTimestamp()));
        }

        onTheWay.Writer.Complete();
        await arriving;
    }

    private async Task ArriveAsync(ChannelReader<(byte[] Bytes, long Sent)> onTheWay, NetworkStream to)
    {
        await foreach (var (bytes, sent) in onTheWay.ReadAllAsync(_end.Token))
        {
            if (Delay - TimeProvider.System.GetElapsedTime(sent) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, _end.Token);
            }

            await to.WriteAsync(bytes, _end.Token);
        }
    }
}
