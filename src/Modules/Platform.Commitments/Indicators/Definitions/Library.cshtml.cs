using Microsoft.Extensions.Localization;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Definitions;

/// <summary>What DGCT changed in the standard library: what came, what left, and definitions before and after; from which month, and why.</summary>
[Workspace(Area.Indicators)]
internal sealed class LibraryModel(
    IStandardVersions versions, IStandardIndicators library, ILibraryChanges changed, IStringLocalizer<IndicatorsTexts> words, TimeProvider time) : WorkspacePage
{
    public IReadOnlyList<DefinitionChange> Changes { get; private set; } = [];

    /// <summary>What DGCT added to the library, the latest first.</summary>
    public IReadOnlyList<StandardAddition> Added { get; } = [.. changed.Now.Added.OrderByDescending(one => one.PublishedAt)];

    /// <summary>What DGCT withdrew from it, the latest first.</summary>
    public IReadOnlyList<StandardWithdrawal> Withdrawn { get; } = [.. changed.Now.Withdrawn.OrderByDescending(one => one.PublishedAt)];

    public LocalizedText NameOf(string code) => library.All.FirstOrDefault(indicator => indicator.Code == code)?.Name ?? new(code);

    public Period Month { get; } = Period.Containing(time.TodayInMorocco(), Periodicity.Monthly);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Changes = DefinitionChange.Of(await versions.AllAsync(cancellation), library.All, Language, direction => words["Direction" + direction]);
}
