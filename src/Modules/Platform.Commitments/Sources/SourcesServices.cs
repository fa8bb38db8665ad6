using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Measures;

namespace Platform.Commitments.Sources;

internal static class SourcesServices
{
    public static IServiceCollection AddSources(this IServiceCollection services) => services.AddScoped<IMeasureSource, DocumentMeasures>();
}
