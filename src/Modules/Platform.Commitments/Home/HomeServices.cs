using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Ui;

namespace Platform.Commitments.Home;

internal static class HomeServices
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddScoped<News>()
        .AddNavigation<HomeTexts>(0, SiteKind.Commune, "/", "Navigation");
}
