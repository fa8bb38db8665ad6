using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.National.LegalRules;

/// <summary>The thresholds and deadlines that the platform applies, for everybody: since when, by which article, from where, checked or not.</summary>
internal sealed class PublicModel(RuleBook book, TimeProvider time) : NationalPage
{
    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = time.TodayInMorocco();
        Rules = await book.AllAsync(cancellation);
    }
}
