using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Registers what reaches the outside world.</summary>
public static class FetchingRegistration
{
    /// <summary>Adds <see cref="IPageFetcher"/>, <see cref="SafeHttp"/>, <see cref="AddressPolicy"/> and their options, checked at start.</summary>
    /// <remarks>Needs an <see cref="IConfiguration"/> among the services.</remarks>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddOptions<FetchingOptions>()
            .BindConfiguration(FetchingOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
            {
                // One entry may also be given as plain text: environment variables without an index are what people try first
                if (configuration[$"{FetchingOptions.Section}:{nameof(FetchingOptions.Allow)}"] is { Length: > 0 } written)
                {
                    options.Allow = [.. options.Allow, .. written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
                }
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchingOptions>, FetchingOptionsValidator>();
        services.AddSingleton<IValidateOptions<FetchingOptions>, AllowListValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new AddressPolicy(provider.GetRequiredService<IOptions<FetchingOptions>>().Value.Allow));
        services.TryAddSingleton(provider => new SafeHttp(
            provider.GetRequiredService<IOptions<FetchingOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IPageFetcher>(provider => new PageFetcher(
            provider.GetRequiredService<IOptions<FetchingOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<SafeHttp>()));
        return services;
    }
}
