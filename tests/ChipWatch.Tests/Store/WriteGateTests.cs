using ChipWatch.Store;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store;

public sealed class WriteGateTests
{
    [Fact]
    public async Task EnterAsync_ProgramEndsWhileOneWaits_WaiterGetsItsTurnAllTheSame()
    {
        WriteGate gate;
        IDisposable first;
        Task<IDisposable> waiting;
        await using (var store = await TestStore.CreateAsync())
        {
            gate = store.Get<WriteGate>();
            first = await gate.EnterAsync(CancellationToken.None);
            waiting = gate.EnterAsync(CancellationToken.None);
        }

        Assert.False(waiting.IsCompleted);
        first.Dispose();
        (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();
    }
}
