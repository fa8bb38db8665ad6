using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Demonstration;

namespace Platform.IntegrationTests.Participation;

public sealed class DemonstrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Larache has openness projects, Demnate a charter.</summary>
    [Fact]
    public async Task A_finished_round_is_made_up_on_what_the_commune_has_and_says_that_it_is()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["larache", "demnate"]);
        foreach (var (slug, about) in new[] { ("larache", "openness:projects"), ("demnate", "charter:in-force") })
        {
            var (remarks, answered, participants) = await host.InCommuneAsync(slug, async services =>
            {
                var db = services.GetRequiredService<CommuneContext>();
                for (var time = 1; time <= 2; time++)
                {
                    var demonstrator = services.GetServices<IDemonstrator>().OfType<ParticipationDemonstrator>().Single();
                    await demonstrator.DemonstrateAsync(7, new(2025, 11, 1), new(2026, 10, 31), Stop);
                    await db.SaveChangesAsync(Stop);
                }

                var consultation = await db.Set<Consultation>().SingleAsync(Stop);
                Assert.Equal(about, consultation.About);
                Assert.True(consultation.Demonstration);
                return (
                    await db.Set<Remark>().CountAsync(remark => remark.ConsultationId == consultation.Id, Stop),
                    await db.Set<Remark>().CountAsync(remark => remark.ConsultationId == consultation.Id && remark.DecisionId != null, Stop),
                    await db.Set<Participant>().CountAsync(participant => participant.ConsultationId == consultation.Id, Stop));
            });
            Assert.InRange(participants, 12, 25);
            Assert.True(remarks >= participants);
            Assert.Equal(remarks, answered);

            using var citizen = host.Commune(slug);
            var page = await citizen.PageAsync("/fr/consultations/demonstration");
            Assert.Equal("Terminée", page.QuerySelector(".page-header .badge")!.TextContent);
            Assert.Contains("Donnée de démonstration", page.QuerySelector(".page-header")!.TextContent, StringComparison.Ordinal);
            var met = await citizen.PageAsync("/fr/processes/demonstration/meetings/1");
            Assert.Equal("Compte rendu publié", met.QuerySelector(".page-header .badge")!.TextContent);
            Assert.Contains("Donnée de démonstration", met.QuerySelector(".page-header")!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(page.QuerySelectorAll(".about a[href*='/remarks?about=']"));
            Assert.Contains("/processes/demonstration", (await citizen.PageAsync("/ar/consultations")).Body!.InnerHtml, StringComparison.Ordinal);
        }
    }
}
