using System.Globalization;
using ChipWatch.Commands;

// One culture on every machine: numbers and dates in answers, pages and digests never follow the host's locale.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await ChipWatchCommands.RunAsync(args);
