using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Communes.Neighbourhoods;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Demonstration;
using Platform.Participation.Questions;

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
                    foreach (var demonstrator in services.GetServices<IDemonstrator>().Where(one => one is NeighbourhoodDemonstrator or ParticipationDemonstrator).OrderBy(one => one.Order))
                    {
                        await demonstrator.DemonstrateAsync(7, new(2025, 11, 1), new(2026, 10, 31), Stop);
                    }

                    await db.SaveChangesAsync(Stop);
                }

                var consultation = await db.Set<Consultation>().SingleAsync(Stop);
                Assert.Equal(about, consultation.About);
                Assert.True(consultation.Demonstration);

                // Each remark is about a theme, and the form asks where people live.
                Assert.Equal(3, await db.Set<Theme>().CountAsync(Stop));
                Assert.False(await db.Set<Remark>().AnyAsync(remark => remark.Themes.Count != 1, Stop));
                Assert.True(await db.Set<GivenAnswer>().AnyAsync(answer => answer.Question.Kind == QuestionKind.Neighbourhood && answer.Choice != null, Stop));
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
