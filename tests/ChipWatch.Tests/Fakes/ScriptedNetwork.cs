using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Tests.Fakes;

/// <summary>A network in memory: says which names were asked for and which connections were opened; every connection gives one scripted answer.</summary>
internal sealed class ScriptedNetwork(Func<string, IReadOnlyList<string>> addressesOf, Func<string, string> answer) : INetwork
{
    public ScriptedNetwork(Func<string, string> addressOf, Func<string, string> answer)
        : this(name => (IReadOnlyList<string>)[addressOf(name)], answer)
    {
    }

    public ScriptedNetwork(string address, Func<string, string> answer)
        : this(_ => address, answer)
    {
    }

    public ConcurrentQueue<string> Resolved { get; } = new();

    public ConcurrentQueue<string> Opened { get; } = new();

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        Resolved.Enqueue(name);
        return Task.FromResult<IReadOnlyList<IPAddress>>([.. addressesOf(name).Select(IPAddress.Parse)]);
    }

    public Task<Stream> ConnectAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        Opened.Enqueue(endpoint.ToString());
        return Task.FromResult<Stream>(new ScriptedStream(Encoding.Latin1.GetBytes(answer(endpoint.ToString()))));
    }

    private sealed class ScriptedStream(byte[] answer) : MemoryStream(answer)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
