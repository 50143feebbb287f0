using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChipWatch.Commands;

/// <summary>Turns what may go wrong in the surroundings of a verb into one sentence on standard error and exit code 1 or 2.</summary>
internal static class CommandFaults
{
    /// <summary>Runs a verb. A bug still ends the program with its trace: that is for us, not for the user to read around.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures)
            {
                await Console.Error.WriteLineAsync($"chipwatch: {failure}");
            }

            return 2;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or SqliteException or JsonException)
        {
            await Console.Error.WriteLineAsync($"chipwatch: {cause.Message}");
            return 1;
        }
    }
}
