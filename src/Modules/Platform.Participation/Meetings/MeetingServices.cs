using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Measures;
using Platform.Kernel.Publishing;
using Platform.Participation.Meetings.Editing;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Participation.Meetings;

internal static class MeetingServices
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddScoped<MeetingReader>()
        .AddScoped<MeetingDesk>()
        .AddScoped<MeetingNews>()
        .AddScoped<IWorkSource, MeetingWork>()
        .AddScoped<IMeasureSource, MeetingMeasures>()
        .AddScoped<IOpenNowSource, MeetingChanges>()
        .AddScoped<IChangeSource, MeetingChanges>()
        .AddKeyedScoped<ISitemapSource, MeetingChanges>(SiteKind.Commune)
        .AddActs<MeetingEditingTexts>("meeting", "meeting.announced", "meeting.moved", "meeting.cancelled", "meeting.told");
}
