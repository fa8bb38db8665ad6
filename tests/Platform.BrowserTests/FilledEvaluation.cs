using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Evaluations;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.BrowserTests;

/// <summary>An evaluation of the plan that the committee is in the middle of: judged by two, answered once.</summary>
internal static class FilledEvaluation
{
    public static Task OpenAsync(PlatformHost host, string commune) => host.InCommuneAsync(commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        if (await db.Set<Evaluation>().AnyAsync(TestContext.Current.CancellationToken))
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var document = (await services.GetRequiredService<EvaluatedReader>().TodayAsync(Evaluated.ActionPlan, TestContext.Current.CancellationToken))!;
        var evaluation = Evaluation.Of(
            Evaluated.ActionPlan, document.Number, document.Title, Period.Parse("2026-Q3"), DateOnly.FromDateTime(now).AddDays(9), new LocalizedText("زيارة الأنشطة المنجزة", "Visiter les activités achevées"), now);
        db.Add(evaluation);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.Add(Judgement.On(evaluation, 101, document.Things[0], Completion.Substantial, "اجتماعان من أصل ثلاثة", now));
        db.Add(Judgement.On(evaluation, 101, document.Things[^1], Completion.Limited, null, now));
        db.Add(Judgement.On(evaluation, 102, document.Things[^1], Completion.NotStarted, "Peu de monde", now));
        db.Add(EvaluationAnswer.To(evaluation, EvaluatedDocuments.Whole, Reply.Taken, new LocalizedText("سنغير التوقيت", "Nous changerons l’horaire"), now));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
