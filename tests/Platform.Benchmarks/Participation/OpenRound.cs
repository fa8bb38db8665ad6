using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Processes;
using Platform.TestKit;

namespace Platform.Benchmarks.Participation;

/// <summary>A consultation on ten cards that is open around the hosts' noon.</summary>
internal static class OpenRound
{
    public const string Commune = "larache";
    public const string Slug = "open";
    public const int Cards = 10;

    public static Task<PlatformHost> StartAsync(Action<PlatformHostOptions>? more = null) => PlatformHost.StartAsync(options =>
    {
        options.Communes = [Commune];
        options.Watched = false;
        options.Settings["Site:CatalogSeconds"] = "10";

        // The clock of these hosts stands still, and everybody comes from the same address.
        options.Settings["Contributions:LeastSeconds"] = "0";
        options.Settings["Contributions:SendingsPerMinute"] = "1000000";
        more?.Invoke(options);
    });

    public static Task AnnounceAsync(PlatformHost host, DateTime now) => host.InCommuneAsync(Commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var process = Process.Of("round", new(Both("برنامج", "Programme"), Both("هدف", "But"), LadderRung.Concertation, null, null, Both("المجلس", "Conseil"), null, null, null));
        db.Add(process);
        await db.SaveChangesAsync();
        var consultation = Consultation.In(process, Slug, new(
            Both("عشر بطاقات", "Dix fiches"), Both("ما رأيكم؟", "Votre avis ?"), null, true, true, now.AddDays(-7), now.AddDays(7), DateOnly.FromDateTime(now.AddDays(30)), true, Moderation.After));
        for (var card = 0; card < Cards; card++)
        {
            var (key, position) = (FormattableString.Invariant($"project:{card}"), card * 10);
            consultation.Matters.Add(Matter.Head(MatterKind.Card, position, key, key[8..], Both("إنارة الأحياء", "Éclairage des quartiers"), null));
            foreach (var field in Enum.GetValues<CardField>().Where(field => field != CardField.Other))
            {
                consultation.Matters.Add(Matter.Part(MatterKind.Field, ++position, $"{key}:{field}".ToLowerInvariant(), key, field, Both("أحياء مظلمة ليلا", "Des quartiers sombres la nuit")));
            }
        }

        consultation.Announce(now.AddDays(-8));
        db.Add(consultation);
        await db.SaveChangesAsync();
    });

    private static LocalizedText Both(string arabic, string french) => new(arabic, french);
}
