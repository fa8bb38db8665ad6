using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.RoundReports;

namespace Platform.Participation.Decisions.Sorting;

/// <summary>Puts themes on remarks and remarks into hands, one or many at once; each act is one line of the audit trail.</summary>
internal sealed class Sorter(CommuneContext db, AuditTrail audit, CurrentPerson person, IPeople people, RoundReportShelf reports, TimeProvider time)
{
    private const int Tries = 3;

    /// <summary>In the order of their names, as the reader's language has them.</summary>
    public async Task<IReadOnlyList<Theme>> ThemesAsync(Consultation consultation, Language language, CancellationToken cancellation) =>
        [.. (await db.Set<Theme>().AsNoTracking().Where(theme => theme.ConsultationId == consultation.Id).ToListAsync(cancellation))
            .OrderBy(theme => theme.Name.In(language), StringComparer.CurrentCulture)];

    /// <summary>The team's themes as everybody may know them: from the report of the round on; until then they are its own.</summary>
    public static async Task<IReadOnlyDictionary<int, LocalizedText>> PublicThemesAsync(CommuneContext db, Consultation consultation, CancellationToken cancellation) =>
        consultation.ReportedAt is null
            ? new Dictionary<int, LocalizedText>()
            : await db.Set<Theme>().AsNoTracking().Where(theme => theme.ConsultationId == consultation.Id)
                .ToDictionaryAsync(theme => theme.Id, theme => theme.Name, cancellation);

    public static IReadOnlyList<LocalizedText> NamesOf(RemarkLine line, IReadOnlyDictionary<int, LocalizedText> themes) =>
        [.. line.Themes.Where(themes.ContainsKey).Order().Select(theme => themes[theme])];

    /// <summary>Those who can open the desk: the team that is entrusted with participation, and the committee.</summary>
    public async Task<IReadOnlyList<Member>> HandsAsync(CancellationToken cancellation) =>
        [.. (await people.EntrustedAsync(Area.Participation, cancellation)).Concat(await people.MembersAsync([Role.CommitteeMember], cancellation))
            .DistinctBy(member => member.Account).OrderBy(member => member.Name, StringComparer.CurrentCulture)];

    /// <summary>The theme of this name, made where there is none.</summary>
    public async Task<Theme> NamedAsync(Consultation consultation, LocalizedText name, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            var folded = Theme.FoldedOf(name);
            if (await db.Set<Theme>().FirstOrDefaultAsync(theme => theme.ConsultationId == consultation.Id && theme.Folded == folded, cancellation) is { } standing)
            {
                return standing;
            }

            await using var transaction = await db.BeginActAsync(cancellation);
            var made = Theme.Of(consultation, name);
            db.Add(made);
            try
            {
                await db.SaveChangesAsync(cancellation);
                audit.Record("theme.made", SubjectOf(made), after: new { made.Name });
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return made;
            }
            catch (DbUpdateException) when (left > 1)
            {
                // Somebody else made it in the same moment.
                db.Entry(made).State = EntityState.Detached;
            }
        }
    }

    /// <returns>How many remarks had not had it.</returns>
    public async Task<int> PutAsync(Theme theme, IQueryable<Remark> meant, CancellationToken cancellation)
    {
        var remarks = await meant.Where(remark => !remark.Themes.Any(one => one.ThemeId == theme.Id)).OrderBy(remark => remark.Id).Select(remark => remark.Id)
            .ToListAsync(cancellation);
        if (remarks.Count > 0)
        {
            db.AddRange(remarks.Select(remark => RemarkTheme.Of(remark, theme)));
            audit.Record("theme.put", SubjectOf(theme), after: new { theme.Name, Remarks = remarks.Count });
            await db.SaveChangesAsync(cancellation);
            await WantReportAsync(theme, cancellation);
        }

        return remarks.Count;
    }

    /// <returns>How many remarks had had it.</returns>
    public async Task<int> TakeOffAsync(Theme theme, IQueryable<Remark> meant, CancellationToken cancellation)
    {
        var worn = await db.Set<RemarkTheme>().Where(one => one.ThemeId == theme.Id && meant.Any(remark => remark.Id == one.RemarkId)).ToListAsync(cancellation);
        if (worn.Count > 0)
        {
            db.RemoveRange(worn);
            audit.Record("theme.taken-off", SubjectOf(theme), after: new { theme.Name, Remarks = worn.Count });
            await db.SaveChangesAsync(cancellation);
            await WantReportAsync(theme, cancellation);
        }

        return worn.Count;
    }

    /// <summary>All that one theme holds goes to the other, and the one is no more. What had both has the other once.</summary>
    public async Task<int> MergeAsync(Theme theme, Theme into, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginActAsync(cancellation);
        var both = db.Set<RemarkTheme>().Where(one => one.ThemeId == into.Id).Select(one => one.RemarkId);
        var moved = await db.Set<RemarkTheme>().Where(one => one.ThemeId == theme.Id && !both.Contains(one.RemarkId))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ThemeId, into.Id), cancellation);
        await db.Set<RemarkTheme>().Where(one => one.ThemeId == theme.Id).ExecuteDeleteAsync(cancellation);
        db.Remove(theme);
        audit.Record("theme.merged", SubjectOf(into), before: new { theme.Name }, after: new { into.Name, Remarks = moved });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await WantReportAsync(into, cancellation);
        return moved;
    }

    public async Task RenameAsync(Theme theme, LocalizedText name, CancellationToken cancellation)
    {
        var before = theme.Name;
        theme.Rename(name);
        audit.Record("theme.renamed", SubjectOf(theme), before: new { Name = before }, after: new { theme.Name });
        await db.SaveChangesAsync(cancellation);
        await WantReportAsync(theme, cancellation);
    }

    /// <summary>The theme goes; the remarks that had it stay.</summary>
    public async Task RemoveAsync(Theme theme, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginActAsync(cancellation);
        var remarks = await db.Set<RemarkTheme>().Where(one => one.ThemeId == theme.Id).ExecuteDeleteAsync(cancellation);
        db.Remove(theme);
        audit.Record("theme.removed", SubjectOf(theme), before: new { theme.Name, Remarks = remarks });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await WantReportAsync(theme, cancellation);
    }

    /// <param name="to">Account; none takes them out of whose hands they are in.</param>
    /// <returns>How many went into other hands.</returns>
    public async Task<int> AssignAsync(Consultation consultation, IQueryable<Remark> meant, int? to, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var standing = await db.Set<Assignment>().Where(one => meant.Any(remark => remark.Id == one.RemarkId)).ToDictionaryAsync(one => one.RemarkId, cancellation);
        var changed = 0;
        if (to is { } account)
        {
            foreach (var remark in await meant.OrderBy(remark => remark.Id).Select(remark => remark.Id).ToListAsync(cancellation))
            {
                if (!standing.TryGetValue(remark, out var held))
                {
                    db.Add(Assignment.Of(remark, account, person.Account, now));
                }
                else if (held.Account != account)
                {
                    held.GoTo(account, person.Account, now);
                }
                else
                {
                    continue;
                }

                changed++;
            }
        }
        else
        {
            db.RemoveRange(standing.Values);
            changed = standing.Count;
        }

        if (changed > 0)
        {
            audit.Record(
                to is null ? "assignment.ended" : "assignment.made", "assignment:" + consultation.Slug,
                after: new { AssignedTo = to is null ? null : $"account:{to}", Remarks = changed });
            await db.SaveChangesAsync(cancellation);
        }

        return changed;
    }

    /// <summary>A report that is published says what was said by theme.</summary>
    private async Task WantReportAsync(Theme theme, CancellationToken cancellation)
    {
        var consultation = await db.Set<Consultation>().AsNoTracking().Where(one => one.Id == theme.ConsultationId).SingleAsync(cancellation);
        await reports.WantAsync(consultation, cancellation);
    }

    private static string SubjectOf(Theme theme) => $"theme:{theme.Id}";
}
