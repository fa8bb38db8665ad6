using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Evaluations.Desk;

/// <summary>What evaluations need of somebody today: of the committee its judgements, of the team that it publishes and answers.</summary>
internal sealed class EvaluationWork(
    CommuneContext db, EvaluationDesk desk, EvaluatedReader documents, CurrentPerson person, IStringLocalizer<EvaluationsTexts> texts) : IWorkSource
{
    /// <summary>So many days before the end, an evaluation is needed soon.</summary>
    private const int SoonDays = 7;

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        var items = new List<WorkItem>();
        if (!desk.IsCommittee && desk.Mine.Count == 0)
        {
            return items;
        }

        var all = await desk.AllAsync(cancellation);
        foreach (var evaluation in all.Where(evaluation => evaluation.PublishedAt is null))
        {
            if (desk.IsCommittee)
            {
                await AddJudgingAsync(items, evaluation, cancellation);
            }

            if (desk.Mine.Contains(evaluation.About) && evaluation.DueOn < desk.Today)
            {
                items.Add(new(Urgency.Soon, texts["WorkPublish", NameOf(evaluation)], Link(evaluation), evaluation.DueOn));
            }
        }

        await AddAnsweringAsync(items, [.. all.Where(evaluation => evaluation.PublishedAt is not null && desk.Mine.Contains(evaluation.About))], cancellation);
        return items;
    }

    private static string NameOf(Evaluation evaluation) => evaluation.Name().In(Languages.Current);

    private static string Link(Evaluation evaluation) => $"/{Languages.Current.Tag}/workspace/evaluations/{evaluation.Id}";

    private async Task AddJudgingAsync(List<WorkItem> items, Evaluation evaluation, CancellationToken cancellation)
    {
        var account = person.Account;
        var judged = await db.Set<Judgement>().Where(judgement => judgement.EvaluationId == evaluation.Id && judgement.Account == account)
            .Select(judgement => judgement.Thing).Distinct().ToListAsync(cancellation);
        var left = (await documents.TodayAsync(evaluation.About, cancellation))?.Things.Count(thing => !judged.Contains(thing.Key)) ?? 0;
        if (left > 0)
        {
            var urgency = evaluation.DueOn < desk.Today ? Urgency.Late : evaluation.DueOn <= desk.Today.AddDays(SoonDays) ? Urgency.Soon : Urgency.Open;
            items.Add(new(urgency, texts.Count("WorkJudge", left, NameOf(evaluation)), Link(evaluation), evaluation.DueOn));
        }
    }

    private async Task AddAnsweringAsync(List<WorkItem> items, IReadOnlyList<Evaluation> published, CancellationToken cancellation)
    {
        if (published.Count == 0)
        {
            return;
        }

        var ids = published.Select(evaluation => evaluation.Id).ToList();
        var open = (await db.Set<Judgement>()
                .Where(judgement => ids.Contains(judgement.EvaluationId)
                    && !db.Set<EvaluationAnswer>().Any(answer => answer.EvaluationId == judgement.EvaluationId && answer.Thing == judgement.Thing))
                .Select(judgement => new { judgement.EvaluationId, judgement.Thing }).Distinct().ToListAsync(cancellation))
            .GroupBy(row => row.EvaluationId).ToDictionary(group => group.Key, group => group.Count());
        items.AddRange(published.Where(evaluation => open.ContainsKey(evaluation.Id))
            .Select(evaluation => new WorkItem(Urgency.Open, texts.Count("WorkAnswer", open[evaluation.Id], NameOf(evaluation)), Link(evaluation))));
    }
}
