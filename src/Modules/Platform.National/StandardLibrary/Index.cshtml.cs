using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.StandardLibrary;

/// <summary>The standard library as officers keep it: every indicator with the version that was published last.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class IndexModel(IStandardIndicators library, IStandardVersions versions, ILibraryChanges changes) : StaffPage
{
    public IReadOnlyList<(StandardIndicator Indicator, StandardVersion? Last)> Lines { get; private set; } = [];

    /// <summary>Added from a page, by code.</summary>
    public IReadOnlyDictionary<string, StandardAddition> Added { get; } = changes.Now.Added.ToDictionary(one => one.Indicator.Code, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, StandardWithdrawal> Withdrawn { get; } = changes.Now.Withdrawn.ToDictionary(one => one.Code, StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var published = await versions.AllAsync(cancellation);
        Lines = [.. library.All.Select(indicator => (indicator, published.Where(version => version.Code == indicator.Code).MaxBy(version => version.Version)))];
    }
}
