using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;

namespace Platform.Records.Acts;

/// <summary>One act in the list.</summary>
/// <param name="Fields">Names of what changed.</param>
internal sealed record ActLine(long Id, DateTime At, string Actor, string What, string Subject, string SubjectKey, string? Reason, IReadOnlyList<string> Fields);

/// <summary>A page of the list with what it can be narrowed by.</summary>
internal sealed record ActsPage(
    int Count, int Pages, IReadOnlyList<ActLine> Lines, IReadOnlyList<(string Key, string Words)> Actors, IReadOnlyList<(string Key, string Words)> Verbs);

/// <summary>One act with everything that was recorded of it.</summary>
internal sealed record ActSheet(AuditEntry Entry, string Actor, string What, string Subject, IReadOnlyList<ActChange> Changes);

/// <summary>Reads a trail for people: a commune's or the nation's, whichever database is given.</summary>
internal sealed class ActsReader(ActTranslator words, IPeople people, CurrentSite site)
{
    public const int PageSize = 50;

    /// <summary>More than this is asked for in parts, by dates.</summary>
    public const int MostExported = 100_000;

    public async Task<ActsPage> PageAsync(DbContext db, ActsQuery query, CancellationToken cancellation)
    {
        var entries = query.Of(db.Set<AuditEntry>().AsNoTracking());
        var count = await entries.CountAsync(cancellation);
        var rows = await entries.OrderByDescending(entry => entry.Id).Skip((query.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var actors = await db.Set<AuditEntry>().Select(entry => entry.Actor).Distinct().ToListAsync(cancellation);
        var verbs = await db.Set<AuditEntry>().Select(entry => entry.Verb).Distinct().ToListAsync(cancellation);
        var names = await NamesAsync(actors, cancellation);
        return new(
            count,
            PageNumber.PagesOf(count, PageSize),
            rows.ConvertAll(entry => LineOf(entry, names)),
            [.. actors.Select(actor => (actor, words.Actor(actor, names))).OrderBy(pair => pair.Item2, StringComparer.CurrentCulture)],
            [.. verbs.Select(verb => (verb, words.Verb(verb))).OrderBy(pair => pair.Item2, StringComparer.CurrentCulture)]);
    }

    public async Task<ActSheet?> SheetAsync(DbContext db, long id, CancellationToken cancellation)
    {
        if (await db.Set<AuditEntry>().AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, cancellation) is not { } entry)
        {
            return null;
        }

        var names = await NamesAsync([entry.Actor], cancellation);
        return new(entry, words.Actor(entry.Actor, names), words.Verb(entry.Verb), words.Subject(entry.Subject), words.Changes(entry));
    }

    /// <summary>The rows of an export, in the order of the chain.</summary>
    public async Task<List<IReadOnlyList<object?>>> RowsAsync(DbContext db, ActsQuery query, CancellationToken cancellation)
    {
        var entries = await query.Of(db.Set<AuditEntry>().AsNoTracking()).OrderBy(entry => entry.Id).Take(MostExported).ToListAsync(cancellation);
        var names = await NamesAsync([.. entries.Select(entry => entry.Actor).Distinct()], cancellation);
        return entries.ConvertAll(IReadOnlyList<object?> (entry) =>
        [
            entry.Sequence, entry.At, words.Actor(entry.Actor, names), entry.Actor, words.Verb(entry.Verb), entry.Verb, entry.Subject, entry.Reason, entry.Origin,
            entry.Before, entry.After, entry.Digest,
        ]);
    }

    private ActLine LineOf(AuditEntry entry, IReadOnlyDictionary<string, string> names) => new(
        entry.Id, entry.At, words.Actor(entry.Actor, names), words.Verb(entry.Verb), words.Subject(entry.Subject), entry.Subject, entry.Reason,
        [.. words.Changes(entry).Select(change => change.Field)]);

    /// <summary>A commune's accounts have names on its site, national staff on the national one; on the other they stay numbers.</summary>
    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> actors, CancellationToken cancellation)
    {
        var kind = site.Kind == SiteKind.National ? "staff:" : "account:";
        var accounts = actors
            .Where(actor => actor.StartsWith(kind, StringComparison.Ordinal))
            .Select(actor => int.TryParse(actor.AsSpan(kind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToList();
        return (await people.NamesAsync(accounts, cancellation)).ToDictionary(pair => string.Create(CultureInfo.InvariantCulture, $"{kind}{pair.Key}"), pair => pair.Value);
    }
}
