using Microsoft.Extensions.Localization;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Definitions;

/// <summary>What changed in the library lately, so that whoever enters values has read it.</summary>
internal sealed class DefinitionWork(IStandardVersions versions, ILibraryChanges changes, CurrentPerson person, TimeProvider time, IStringLocalizer<DefinitionsTexts> texts) : IWorkSource
{
    private static readonly TimeSpan News = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Indicators))
        {
            return [];
        }

        var since = time.UtcNow() - News;
        var recent = (await versions.AllAsync(cancellation)).Count(version => version.PublishedAt >= since)
            + changes.Now.Added.Count(one => one.PublishedAt >= since) + changes.Now.Withdrawn.Count(one => one.PublishedAt >= since);
        return recent == 0 ? [] : [new(Urgency.Open, texts.Count("WorkChanged", recent), $"/{Languages.Current.Tag}/workspace/indicators/library")];
    }
}
