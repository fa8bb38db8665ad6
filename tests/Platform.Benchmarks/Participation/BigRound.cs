using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.TestKit;

namespace Platform.Benchmarks.Participation;

/// <summary>Fills a round with remarks on all its fields, from five participants for every six of them, a third of them answered.</summary>
internal static class BigRound
{
    private const int Together = 2000;
    private const int Answers = 200;

    private static readonly string[] Things = ["الإنارة", "الملاعب", "الطرق", "النظافة", "النقل", "الماء", "المساحات الخضراء", "المكتبة"];
    private static readonly string[] Places = ["حي السلام", "حي المسيرة", "المدينة القديمة", "حي النهضة", "وسط المدينة", "حي الأمل"];

    /// <summary>Words that a few of the remarks hold, as a reader types them.</summary>
    public const string Rare = "المكتبةُ الوسائطيّة";

    public static async Task FillAsync(PlatformHost host, int remarks, DateTime until, string? junk = null)
    {
        for (var begun = 0; begun < remarks; begun += Together)
        {
            var (from, count) = (begun, Math.Min(Together, remarks - begun));
            await host.InCommuneAsync(OpenRound.Commune, async services =>
            {
                var db = services.GetRequiredService<CommuneContext>();
                var consultation = await db.Set<Consultation>().AsNoTracking().SingleAsync(one => one.Slug == OpenRound.Slug);
                var fields = await db.Set<Matter>().AsNoTracking().Where(matter => matter.Field != null).OrderBy(matter => matter.Id).ToListAsync();
                Participant participant = null!;
                for (var i = from; i < from + count; i++)
                {
                    participant = i % 6 == 5 && i > from ? participant : Participant.Of(consultation, $"{junk}{i}", ParticipantKind.Visitor, null, Language.Arabic);
                    participant.Tell((AgeGroup)(i % 4), i % 3 == 0 ? null : (Gender)(i % 2), null, i % 11 == 0);
                    var at = until.AddSeconds(-(remarks - i));
                    var sent = Contribution.Online(consultation, participant, Digest($"t{junk}{i}"), Digest($"c{junk}{i}"), at, junk is null ? null : "0123456789abcdef");
                    sent.Remarks.Add(Remark.Of(consultation, RemarkKind.Note, fields[i % fields.Count], junk is null ? WordsOf(i) : $"{junk} {i}", null, null, at));
                    db.Add(sent);
                }

                await db.SaveChangesAsync();
            });
        }
    }

    /// <summary>A third of the remarks get one of two hundred answers.</summary>
    public static Task AnswerAsync(PlatformHost host) => host.InCommuneAsync(OpenRound.Commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var consultation = await db.Set<Consultation>().SingleAsync(one => one.Slug == OpenRound.Slug);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var decisions = Enumerable.Range(0, Answers)
            .Select(i => Decision.Of(consultation, new((Outcome)(i % 4), new($"ستدرس الجماعة الاقتراح {i}", $"La commune étudiera la proposition {i}"), null, null, null), 1, now)).ToList();
        decisions.ForEach(decision => decision.Publish(now));
        db.AddRange(decisions);
        await db.SaveChangesAsync();
        var first = decisions[0].Id;
        await db.Set<Remark>().Where(remark => remark.Id % 3 == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(remark => remark.DecisionId, remark => first + (remark.Id % Answers)).SetProperty(remark => remark.Supports, remark => remark.Id % 40));
    });

    private static string WordsOf(int i) => i % 499 == 7
        ? $"نقترح المكتبة الوسائطية في {Places[i % Places.Length]} قرب {Things[i % Things.Length]}"
        : $"نقترح تحسين {Things[i % Things.Length]} في {Places[i / 7 % Places.Length]} قبل الصيف المقبل، فقد كثرت شكايات الساكنة رقم {i} من {Things[i / 3 % Things.Length]} منذ سنوات دون جواب";

    private static string Digest(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
