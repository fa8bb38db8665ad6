using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;

namespace Platform.Commitments.Evaluations;

/// <summary>What a member of the committee judged, for that person to read.</summary>
internal sealed class KeptJudgements(CommuneContext db) : IKeptOfAccount
{
    public string Name => "judgements";

    public async Task<object?> OfAsync(int account, CancellationToken cancellation)
    {
        var rows = await (
            from judgement in db.Set<Judgement>().AsNoTracking()
            join evaluation in db.Set<Evaluation>() on judgement.EvaluationId equals evaluation.Id
            where judgement.Account == account
            orderby judgement.Id
            select new { evaluation.About, evaluation.Period, judgement.Reference, judgement.Title, judgement.Degree, judgement.Comment, judgement.At }).ToListAsync(cancellation);
        return rows.Count == 0
            ? null
            : rows.Select(row => new
            {
                About = row.About.Word(),
                Period = row.Period.ToString(),
                row.Reference,
                Title = row.Title.Ar,
                Degree = row.Degree.ToString(),
                row.Comment,
                row.At,
            });
    }

    /// <summary>The committee has evaluated, and its evaluation is published without names: it stays, and the number with it is nobody's.</summary>
    public Task ForgetAsync(int account, bool erase, CancellationToken cancellation) => Task.CompletedTask;
}
