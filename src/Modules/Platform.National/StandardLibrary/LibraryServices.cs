using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.National.StandardLibrary;

internal static class LibraryServices
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddSingleton<PublishedVersions>()
        .AddSingleton<IStandardVersions>(provider => provider.GetRequiredService<PublishedVersions>())
        .AddSingleton<PublishedChanges>()
        .AddSingleton<ILibraryChanges>(provider => provider.GetRequiredService<PublishedChanges>())
        .AddSingleton<WordedLibrary>()
        .AddActs<LibraryTexts>("library")
        .AddStaffEntry<LibraryTexts>(310, "/workspace/library", "Menu", Role.DgctOfficer);
}
