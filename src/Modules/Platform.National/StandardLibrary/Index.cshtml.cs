using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.National.StandardLibrary;

/// <summary>The standard library as officers keep it: every indicator with the version that was published last.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class IndexModel(IStandardIndicators library, IStandardVersions versions) : StaffPage
{
    public IReadOnlyList<(StandardIndicator Indicator, StandardVersion? Last)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var published = await versions.AllAsync(cancellation);
        Lines = [.. library.All.Select(indicator => (indicator, published.Where(version => version.Code == indicator.Code).MaxBy(version => version.Version)))];
    }
}
