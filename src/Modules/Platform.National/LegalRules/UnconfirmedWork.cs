using Microsoft.Extensions.Localization;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.National.LegalRules;

/// <summary>Figures that nobody has checked in the Bulletin officiel yet wait for an officer.</summary>
internal sealed class UnconfirmedWork(RuleBook book, CurrentPerson person, TimeProvider time, IStringLocalizer<LegalRulesTexts> texts) : IStaffWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.Is(Role.DgctOfficer))
        {
            return [];
        }

        var today = time.TodayInMorocco();
        var open = (await book.AllAsync(cancellation)).Count(rule => rule.AsOf(today) is { Confirmed: false });
        return open == 0 ? [] : [new(Urgency.Open, texts.Count("WorkUnconfirmed", open), $"/{Languages.Current.Tag}/workspace/legal-rules")];
    }
}
