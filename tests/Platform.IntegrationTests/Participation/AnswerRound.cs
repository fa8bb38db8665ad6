using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.RoundReports;
using Platform.Participation.Processes;
using Platform.Participation.Questions;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Participation;

/// <summary>
/// A consultation that is open around the test's noon of the 22nd of November 2026: two cards, a section with two paragraphs, ideas and priorities; made
/// through the entities, without the desk that sets it up.
/// </summary>
internal sealed class AnswerRound
{
    public const string Commune = "larache";
    public const string Slug = "open-larache";
    public const string Answer = $"/fr/consultations/{Slug}/answer";
    public const string Paragraph = "النص الحالي للفقرة الأولى من الميثاق";

    public static DateTime OpensAt { get; } = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    public static DateTime ClosesAt { get; } = new(2026, 11, 30, 22, 59, 0, DateTimeKind.Utc);

    public static Task<PlatformHost> StartAsync(Action<PlatformHostOptions>? more = null) => PlatformHost.StartAsync(options =>
    {
        options.Communes = [Commune, "demnate"];

        // The clock stands still: nobody would ever have taken long enough.
        options.Settings["Contributions:LeastSeconds"] = "0";
        more?.Invoke(options);
    });

    public static async Task AnnounceAsync(
        PlatformHost host, bool visitors = true, Moderation moderation = Moderation.After, DateTime? opensAt = null, DateTime? closesAt = null, bool announced = true) =>
        await InAsync(host, async db =>
        {
            var process = Process.Of("open-programme", new(
                Both("برنامج الجماعة المنفتحة", "Programme commune ouverte"), Both("هدف", "But"), LadderRung.Concertation, null, null, Both("المجلس", "Le conseil"),
                null, null, null));
            db.Add(process);
            await db.SaveChangesAsync(Stop);
            var consultation = Consultation.In(process, Slug, new(
                Both("خمس بطاقات", "Cinq fiches"), Both("ما رأيكم؟", "Votre avis ?"), null, true, true, opensAt ?? OpensAt, closesAt ?? ClosesAt,
                new DateOnly(2026, 12, 20), visitors, moderation));
            AddCard(consultation, 1, "project:68", "إنارة الأحياء", "Éclairage des quartiers", "أحياء مظلمة ليلا");
            AddCard(consultation, 20, "project:69", "ملاعب القرب", "Terrains de proximité", "لا ملاعب للشباب في الأحياء");
            consultation.Matters.Add(Matter.Head(MatterKind.Section, 40, "vision", "1", Both("الرؤية", "Vision"), null));
            consultation.Matters.Add(Matter.Part(MatterKind.Paragraph, 41, "vision:1", "vision", null, new(Paragraph, "Texte actuel du premier paragraphe de la charte")));
            consultation.Matters.Add(Matter.Part(MatterKind.Paragraph, 42, "vision:2", "vision", null, new("الفقرة الثانية", "Le second paragraphe")));
            if (announced)
            {
                consultation.Announce(OpensAt.AddDays(-3));
            }

            db.Add(consultation);
            await db.SaveChangesAsync(Stop);
            return true;
        });

    /// <summary>The bus, how it is (after a yes), the two neighbours of the town hall, and words.</summary>
    public static async Task AskAsync(PlatformHost host)
    {
        await AnnounceAsync(host, announced: false);
        await InAsync(host, async db =>
        {
            var consultation = await db.Set<Consultation>().Include(one => one.Questions).SingleAsync(Stop);
            var form = Questionnaire.Of(consultation);
            var bus = form.Add(new(QuestionKind.One, new("هل تستعملون الحافلة؟", "Prenez-vous le bus ?"), null, true, [new("نعم", "Oui"), new("لا", "Non")]));
            form.Add(new(QuestionKind.Scale, new("كيف هي؟", "Comment est-il ?"), null, true, [new("سيئة", "mauvais"), new("جيدة", "bon")], bus.Number, 1));
            form.Add(new(QuestionKind.Several, new("أين؟", "Où ?"), null, false, [new("المدينة", "Médina"), new("الميناء", "Port")]));
            form.Add(new(QuestionKind.Text, new("ماذا ينقص؟", "Que manque-t-il ?"), null, false, []));
            consultation.Announce(OpensAt.AddDays(-3));
            return await db.SaveChangesAsync(Stop);
        });
    }

    public static Task<T> InAsync<T>(PlatformHost host, Func<CommuneContext, Task<T>> work) =>
        host.InCommuneAsync(Commune, services => work(services.GetRequiredService<CommuneContext>()));

    public static Task<List<Contribution>> ContributionsAsync(PlatformHost host) => InAsync(host, db =>
        db.Set<Contribution>().AsNoTracking().Include(one => one.Participant).Include(one => one.Remarks).ThenInclude(remark => remark.Matter)
            .OrderBy(one => one.Id).AsSplitQuery().ToListAsync(Stop));

    /// <summary>Waits until the report was made in the background.</summary>
    public static async Task ReportedAsync(PlatformHost host, int version = 1)
    {
        for (var look = 0; !await InAsync(host, db => db.Set<RoundReport>().AnyAsync(report => report.Version == version && report.FinishedAt != null, Stop)); look++)
        {
            Assert.True(look < 1200, "The report is not made.");
            await Task.Delay(50, Stop);
        }

        // What belongs to it goes on for a moment: the former one is forgotten.
        for (var look = 0; await InAsync(host, db => db.Set<RoundReport>().CountAsync(Stop)) > 1 && look < 100; look++)
        {
            await Task.Delay(50, Stop);
        }
    }

    public static SignedInClient Visitor(PlatformHost host) => host.Browser($"{Commune}.localhost");

    /// <summary>Number of the receipt and tracking code, as the page shows them after a redirect.</summary>
    public static async Task<(string Number, string Code)> ReceiptAsync(HttpClient browser, HttpResponseMessage sent)
    {
        Assert.True(sent.Headers.Location?.OriginalString == "/fr/contributions/receipt", await sent.Content.ReadAsStringAsync(Stop));
        var page = await browser.PageAsync("/fr/contributions/receipt");
        var numbers = page.QuerySelectorAll(".receipt-number").Select(element => element.TextContent.Trim()).ToList();
        return (numbers[0], numbers[1]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static void AddCard(Consultation consultation, int position, string key, string arabic, string french, string problem)
    {
        consultation.Matters.Add(Matter.Head(MatterKind.Card, position, key, key[8..], Both(arabic, french), null));
        foreach (var field in Enum.GetValues<CardField>().Where(field => field != CardField.Other))
        {
            consultation.Matters.Add(Matter.Part(
                MatterKind.Field, ++position, $"{key}:{field.ToString().ToLowerInvariant()}", key, field, field == CardField.Problem ? new(problem) : null));
        }
    }

    private static LocalizedText Both(string arabic, string french) => new(arabic, french);
}
