using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Data.Auditing;

/// <summary>
/// Writes acts down: <c>audit.Record("charter.adopted", "charter:1", reason)</c>, before the save that makes the change, so that both are kept or neither.
/// Who and from where comes from the scope. In a commune's scope the act goes to the commune's database, elsewhere to the national one.
/// </summary>
/// <remarks>Names, mail addresses and other personal data do not belong into what changed: name the field, not its value.</remarks>
public sealed class AuditTrail(IServiceProvider services, CurrentCommune commune, CurrentPerson person, TimeProvider time)
{
    private DbContext Current =>
        commune.IsKnown(out _) ? services.GetRequiredService<CommuneContext>() : services.GetRequiredService<NationalContext>();

    /// <param name="verb"><c>thing.done</c>, lower case; the room that says it has words for it in its texts.</param>
    /// <param name="subject"><c>thing:key</c>.</param>
    /// <param name="before">An object with the fields as they were; fields that are equal on both sides are left out.</param>
    /// <param name="after">The same fields as they are now.</param>
    public AuditEntry Record(string verb, string subject, string? reason = null, object? before = null, object? after = null) =>
        Add(Current, verb, subject, reason, AuditValues.Between(before, after));

    /// <summary>Writes down an act with what it changed of a tracked row: call it after changing the row and before saving.</summary>
    public AuditEntry RecordChange(string verb, string subject, object row, string? reason = null)
    {
        var entry = Current.Entry(row);
        entry.DetectChanges();
        return Add(Current, verb, subject, reason, AuditValues.Of(entry));
    }

    /// <summary>Writes an act into the national trail, whatever the scope.</summary>
    public AuditEntry RecordNationally(string verb, string subject, string? reason = null, object? before = null, object? after = null) =>
        Add(services.GetRequiredService<NationalContext>(), verb, subject, reason, AuditValues.Between(before, after));

    /// <summary>
    /// Writes down, at once, that somebody read personal data on other people's behalf: once for the person, what was read and the day, however often the page is opened.
    /// </summary>
    public async Task RecordReadAsync(string verb, string subject, CancellationToken cancellation)
    {
        var db = Current;
        var (since, actor) = (MoroccoTime.ToUtc(time.TodayInMorocco()), person.Actor);
        if (!await db.Set<AuditEntry>().AnyAsync(entry => entry.Subject == subject && entry.Verb == verb && entry.Actor == actor && entry.At >= since, cancellation))
        {
            Record(verb, subject);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private AuditEntry Add(DbContext db, string verb, string subject, string? reason, AuditValues values)
    {
        var entry = AuditEntry.Of(time.UtcNow(), person.Actor, verb, subject, reason);
        entry.CameFrom(person.Origin);
        entry.Changed(values);
        db.Add(entry);
        return entry;
    }
}
