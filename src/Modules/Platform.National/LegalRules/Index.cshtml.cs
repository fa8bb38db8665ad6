using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.National.LegalRules;

/// <summary>The rules as officers keep them: what holds, what is to come, what waits to be checked.</summary>
[Staff(Role.DgctOfficer)]
internal sealed class IndexModel(RuleBook book, TimeProvider time) : StaffPage
{
    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = time.TodayInMorocco();
        Rules = await book.AllAsync(cancellation);
    }
}
