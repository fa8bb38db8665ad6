using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Meetings;
using Platform.Participation.Processes;

namespace Platform.Participation.Consultations.Editing;

/// <summary>Fetches the consultations that the workspace changes, and what they are about.</summary>
internal sealed class ConsultationDesk(CommuneContext db, ConsultableSources sources, TimeProvider time)
{
    private const int Tries = 3;

    public DateTime Now => time.UtcNow();

    /// <summary>With its process, its matters and its extensions, to be changed.</summary>
    public Task<Consultation?> FindAsync(string slug, CancellationToken cancellation) => db.Set<Consultation>()
        .Include(consultation => consultation.Process)
        .Include(consultation => consultation.Extensions.OrderBy(extension => extension.Id))
        .Include(consultation => consultation.Matters.OrderBy(matter => matter.Position))
        .Include(consultation => consultation.Questions.OrderBy(question => question.Position)).ThenInclude(question => question.Options.OrderBy(option => option.Number))
        .AsSplitQuery()
        .OrderBy(consultation => consultation.Id)
        .FirstOrDefaultAsync(consultation => consultation.Slug == slug, cancellation);

    /// <summary>What it is about: what it was announced with, or what would be announced now.</summary>
    public async Task<IReadOnlyList<Matter>> MattersAsync(Consultation consultation, CancellationToken cancellation) =>
        consultation.AnnouncedAt is null && consultation.About is { } source ? await sources.MattersAsync(source, cancellation) : consultation.Matters;

    /// <summary>Adds a consultation under a name of its own in the address; of two people who take the same name at once the second gets the next.</summary>
    public async Task<Consultation> AddAsync(
        int process, LocalizedText title, Func<Process, string, Consultation> make, Action<Consultation> record, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            var taken = await db.Set<Consultation>().Select(consultation => consultation.Slug).ToListAsync(cancellation);
            var consultation = make(await db.Set<Process>().FirstAsync(one => one.Id == process, cancellation), Slugs.Free(title, "consultation", taken));
            db.Add(consultation);
            record(consultation);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return consultation;
            }
            catch (DbUpdateException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>With all that belongs to it; meetings that were to belong to it stay. Saved with the caller's changes.</summary>
    /// <exception cref="InvalidOperationException">It was announced: what the public saw stays.</exception>
    public async Task DeleteAsync(Consultation consultation, CancellationToken cancellation)
    {
        if (consultation.AnnouncedAt is not null)
        {
            throw new InvalidOperationException("What was announced stays.");
        }

        foreach (var meeting in await db.Set<Meeting>().Where(meeting => meeting.ConsultationId == consultation.Id).ToListAsync(cancellation))
        {
            meeting.BelongTo(null);
        }

        db.RemoveRange(consultation.Matters);
        db.RemoveRange(consultation.Questions.SelectMany(question => question.Options));
        db.RemoveRange(consultation.Questions);
        db.RemoveRange(consultation.Extensions);
        db.Remove(consultation);
    }

    public static string SubjectOf(Consultation consultation) => "consultation:" + consultation.Slug;
}
