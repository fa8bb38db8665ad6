using Microsoft.Extensions.Localization;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Definitions;

/// <summary>What DGCT changed in the definitions of the standard library: before, after, from which month, and why.</summary>
[Workspace(Area.Indicators)]
internal sealed class LibraryModel(
    IStandardVersions versions, IStandardIndicators library, IStringLocalizer<IndicatorsTexts> words, TimeProvider time) : WorkspacePage
{
    public IReadOnlyList<DefinitionChange> Changes { get; private set; } = [];

    public Period Month { get; } = Period.Containing(time.TodayInMorocco(), Periodicity.Monthly);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Changes = DefinitionChange.Of(await versions.AllAsync(cancellation), library.All, Language, direction => words["Direction" + direction]);
}
