using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Meetings;

namespace Platform.Participation.Processes;

/// <summary>News of processes: a stage begins, one of its consultations or meetings changes, it is closed.</summary>
internal sealed class ProcessNews(CommuneContext db, ConsultationNews consultations, MeetingNews meetings) : INewsSource
{
    public string Kind => "process";

    public Feature Feature => Feature.Consultations;

    public async Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        [.. (await Of(keys).OrderBy(process => process.Id).ToListAsync(cancellation)).Select(process => new NewsSubject(ProcessSubjects.Of(process), process.Title, LinkOf(process)))];

    public async Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var processes = await Of(keys).Include(process => process.Stages.OrderBy(stage => stage.Position)).OrderBy(process => process.Id).ToListAsync(cancellation);
        var news = new List<NewsItem>();
        foreach (var process in processes)
        {
            var (subject, link) = (ProcessSubjects.Of(process), LinkOf(process));
            foreach (var stage in process.Stages)
            {
                // A stage begins with its first day.
                if (stage.From is { } day && MoroccoTime.ToUtc(day) is var begins && begins >= from && begins < until && !(process.ClosedAt <= begins))
                {
                    news.Add(new(
                        string.Create(CultureInfo.InvariantCulture, $"stage:{stage.Id}"), subject, begins, BothLanguages.Of(typeof(ProcessTexts), "NewsStage", stage.Title), link));
                }
            }

            if (process.ClosedAt is { } closed && closed >= from && closed < until)
            {
                news.Add(new(subject + ":closed", subject, closed, BothLanguages.Of(typeof(ProcessTexts), "ChangeClosed"), link));
            }
        }

        var subjects = processes.ToDictionary(process => process.Id, ProcessSubjects.Of);
        var ids = subjects.Keys.ToList();
        news.AddRange(await consultations.ReadAsync(
            db.Set<Consultation>().AsNoTracking().Where(consultation => consultation.AnnouncedAt != null && ids.Contains(consultation.ProcessId)),
            consultation => subjects[consultation.ProcessId], from, until, cancellation));
        news.AddRange(await meetings.ReadAsync(subjects, from, until, cancellation));
        return news;
    }

    private static string LinkOf(Process process) => "/processes/" + process.Slug;

    private IQueryable<Process> Of(IReadOnlyCollection<string> keys)
    {
        var slugs = keys.NamesOf(Kind);
        return db.Set<Process>().AsNoTracking().Where(process => process.PublishedAt != null && slugs.Contains(process.Slug));
    }
}
