using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Contributions.Paper;
using Platform.Participation.Decisions;
using Platform.Participation.Meetings;
using Platform.Participation.Processes;
using Said = Platform.Participation.Contributions.Said;

namespace Platform.BrowserTests;

/// <summary>
/// What the desk pages of participation show when there is something: remarks of every kind, read and unread, held back, alike, answered and not; and beside
/// it, in another commune, a process and a consultation that are still being prepared.
/// </summary>
internal static class FilledRound
{
    /// <summary>Number of the meeting that is still to come; the first is over and told of where the round is open, and a draft where it is prepared.</summary>
    public const string Coming = "2";

    /// <summary>In the addresses of the process and of the consultation.</summary>
    public const string Slug = "demnate";

    private const string Paragraph = "يلتزم الأطراف بنشر المعلومات في آجال معقولة وبلغة واضحة";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Open, with everything in it; made once.</summary>
    public static Task OpenAsync(PlatformHost host, string commune) => host.InCommuneAsync(commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        if (await db.Set<Process>().AnyAsync(process => process.Slug == Slug, Stop))
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var consultation = await PrepareAsync(db, now);
        consultation.Process!.Publish(now.AddDays(-8));
        consultation.Announce(now.AddDays(-7));
        db.Add(PaperSeries.Of(consultation));
        Meet(db, consultation, now);
        await db.SaveChangesAsync(Stop);

        var matters = consultation.Matters.ToDictionary(matter => matter.Key, StringComparer.Ordinal);
        var (paragraph, problem) = (matters["access:1"], matters["activity:1.1:funding"]);
        Send(db, consultation, 1, now, null, new Said(RemarkKind.Amendment, paragraph, "لأن الأجل غير محدد", Paragraph + " لا تتجاوز خمسة عشر يوما"));
        Send(db, consultation, 2, now, "جمعية الأمل", new Said(RemarkKind.Objection, paragraph, "الأجل غير محدد في هذه الفقرة"), new Said(RemarkKind.Note, problem, "Le budget n’est pas dit"));
        Send(db, consultation, 3, now, null, new Said(RemarkKind.Question, null, "متى تجيب الجماعة؟"), new Said(RemarkKind.Objection, paragraph, "الأجل غير محدد"));
        Send(db, consultation, 4, now, null, new Said(RemarkKind.Note, null, "اشتروا الآن من متجرنا"));
        await db.SaveChangesAsync(Stop);

        var remarks = await db.Set<Remark>().OrderBy(remark => remark.Id).ToListAsync(Stop);
        db.Add(Opinion.On(remarks[0], 1, Outcome.TakenUp, "اقتراح وجيه", now));
        remarks[1].Show();
        remarks[2].Show();
        remarks[^1].Hold(HoldReason.Advertising, "لا إشهار هنا", now);
        var decision = Decision.Of(
            consultation,
            new(Outcome.OutsidePowers, new("يبت فيه القانون", "La loi en décide"), new("المديرية العامة للجماعات الترابية", "DGCT"), new("لا شيء", "Rien"), "/charter"), decidedBy: 1, now);
        decision.Publish(now);
        db.Add(decision);
        remarks[2].Answer(decision);
        await db.SaveChangesAsync(Stop);
    });

    /// <summary>Seen by the team alone; made once.</summary>
    public static Task PrepareAsync(PlatformHost host, string commune) => host.InCommuneAsync(commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        if (!await db.Set<Process>().AnyAsync(process => process.Slug == Slug, Stop))
        {
            await PrepareAsync(db, services.GetRequiredService<TimeProvider>().UtcNow());
        }
    });

    private static async Task<Consultation> PrepareAsync(CommuneContext db, DateTime now)
    {
        var process = Process.Of(Slug, new(
            new("مراجعة الميثاق", "Révision de la charte"), new("تجويد الميثاق مع السكان", "Améliorer la charte avec les habitants"), LadderRung.Concertation,
            new("صياغة الالتزامات", "La rédaction des engagements"), null, new("المجلس", "Le conseil"), null, null, null));
        process.Stages.Add(ProcessStage.Of(1, new("الاستشارة", "Consultation"), new("على الموقع وعلى الورق", "En ligne et sur papier"), new(2026, 11, 1), new(2026, 11, 30)));
        process.Stages.Add(ProcessStage.Of(2, new("المصادقة", "Adoption"), null, null, null));
        db.Add(process);
        await db.SaveChangesAsync(Stop);
        var consultation = Consultation.In(process, Slug, new(
            new("ما رأيكم في الميثاق؟", "Que pensez-vous de la charte ?"), new("نص **وبطاقات**", "Un texte et des **fiches**"), null, true, true, now.AddDays(-5), now.AddDays(3),
            new(2026, 12, 20), true, Moderation.Before));
        consultation.Put([
            Matter.Head(MatterKind.Section, 1, "access", "1", new("الولوج إلى المعلومة", "Accès à l’information"), "/charter"),
            Matter.Part(MatterKind.Paragraph, 2, "access:1", "access", null, new(Paragraph)),
            Matter.Head(MatterKind.Card, 3, "activity:1.1", "1.1", new("بوابة إلكترونية", "Un portail"), null),
            Matter.Part(MatterKind.Field, 4, "activity:1.1:funding", "activity:1.1", CardField.Funding, null),
        ]);
        db.Add(consultation);
        db.Add(Meeting.In(process, 1, new(new("لقاء مع الجمعيات", "Rencontre avec les associations"), new("- تقديم\n- نقاش", "- Présentation\n- Débat"), null, null, null, null, null, null, null)));
        await db.SaveChangesAsync(Stop);
        return consultation;
    }

    /// <summary>The first was held, put off before and told of; the second is near; the third cancelled.</summary>
    private static void Meet(CommuneContext db, Consultation consultation, DateTime now)
    {
        var process = consultation.Process!;
        var held = process.Meetings.Single();
        held.Describe(new(
            held.Title, held.Text, new("دار الثقافة، شارع محمد الخامس", "Maison de la culture, avenue Mohammed V"), "https://visio.example.ma/1", new("كل الجمعيات", "Toutes les associations"),
            new("العربية والأمازيغية", "Arabe et amazighe"), consultation.Id, now.AddDays(-5), now.AddDays(-5).AddHours(3)));
        held.Announce(now.AddDays(-7));
        held.Move(now.AddDays(-3), now.AddDays(-3).AddHours(3), held.Place, held.Link, new("القاعة غير متاحة", "La salle n’était pas libre"), now.AddDays(-6));
        held.Tell(new("**نوقش** الميثاق", "La charte a été **discutée**"), new(42, 20, 15, 2, 7), now.AddDays(-1));
        foreach (var number in new[] { 2, 3 })
        {
            var meeting = Meeting.In(process, number, new(
                new("لقاء مع السكان", "Rencontre avec les habitants"), null, new("قاعة الجماعة", "Salle de la commune"), null, null, null, null, now.AddDays(2), now.AddDays(2).AddHours(2)));
            meeting.Announce(now.AddDays(-1));
            db.Add(meeting);
            if (number == 3)
            {
                meeting.Cancel(new("تأجل إلى السنة المقبلة", "Reportée à l’année prochaine"), now);
            }
        }
    }

    private static void Send(CommuneContext db, Consultation consultation, int number, DateTime at, string? association, params Said[] said)
    {
        var person = Participant.Of(consultation, $"b:{number}", association is null ? ParticipantKind.Visitor : ParticipantKind.Association, null, Language.Arabic);
        person.Introduce(null, association, association is null ? ShownAs.Citizen : ShownAs.Association, null);
        var sent = Contribution.Online(consultation, person, $"{number}".PadLeft(Contribution.DigestLength, '0'), $"{number}".PadLeft(Contribution.DigestLength, '1'), at.AddMinutes(number));
        sent.Remarks.AddRange(said.Select(one => Remark.Of(consultation, one.Kind, one.Matter, one.Text, one.Proposed, one.Rank, at.AddMinutes(number))));
        db.Add(sent);
    }
}
