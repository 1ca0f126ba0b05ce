using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace OperatingModel.Browser.Tests.Shell;

/// <summary>A far server: a line of this machine on which every byte takes its time, both ways. As many bytes as one likes are under way.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Uri _server;
    private readonly TimeSpan _oneWay;
    private readonly Task _accepting;

    /// <param name="roundTrip">How long a question and its answer are under way together.</param>
    public SlowLine(Uri server, TimeSpan roundTrip)
    {
        (_server, _oneWay) = (server, roundTrip / 2);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where browsers find the server at the other end.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ConnectAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The end of the test.
        }
    }

    private async Task ConnectAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _end.Token);
            await Task.WhenAny(CarryAsync(near, far), CarryAsync(far, near));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Nobody is there any more.
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        var underWay = Channel.CreateUnbounded<(long Due, byte[] Bytes)>();
        var arriving = ArriveAsync(underWay.Reader, to);
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is var count and > 0)
            {
                await underWay.Writer.WriteAsync((Environment.TickCount64 + (long)_oneWay.TotalMilliseconds, buffer[..count]), _end.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One side has hung up.
        }

        underWay.Writer.Complete();
        await arriving;
    }

    private async Task ArriveAsync(ChannelReader<(long Due, byte[] Bytes)> underWay, TcpClient to)
    {
        try
        {
            await foreach (var (due, bytes) in underWay.ReadAllAsync(_end.Token))
            {
                if (due - Environment.TickCount64 is var rest and > 0)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(rest), _end.Token);
                }

                await to.GetStream().WriteAsync(bytes, _end.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or InvalidOperationException)
        {
            // One side has hung up.
        }
    }
}
