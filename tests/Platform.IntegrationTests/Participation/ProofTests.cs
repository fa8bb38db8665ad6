using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Contributions.Proof;
using Platform.Participation.Questions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>A consultation that asks visitors' browsers for work: with it, without it, and with the same work twice.</summary>
public sealed class ProofTests
{
    private const string Whole = $"{Answer}?about=vision:1";
    private const int Bits = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_is_taken_once_and_who_cannot_do_it_waits_and_is_read_first()
    {
        await using var host = await StartAsync(options => options.Settings["Contributions:ProofBits"] = $"{Bits}");
        await AnnounceAsync(host);
        using var visitor = Visitor(host);
        Assert.Null((await visitor.PageAsync(Whole)).QuerySelector("[data-proof]"));
        await InAsync(host, async db =>
        {
            (await db.Set<Consultation>().SingleAsync(Stop)).AskForProof(true);
            return await db.SaveChangesAsync(Stop);
        });

        // Without the work: told what to do, nothing lost.
        var form = await visitor.PageAsync(Whole);
        using (var without = await visitor.SubmitAsync(form, Whole, [("Input.Kind", "Objection"), ("Input.Text", "أعترض")]))
        {
            var page = await without.PageAsync(HttpStatusCode.BadRequest);
            Assert.Contains("60 secondes", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("أعترض", page.QuerySelector("#Input_Text")!.TextContent.Trim());
        }

        // With it: received and shown at once. The same again is the same; other words need new work.
        form = await visitor.PageAsync(Whole);
        var solution = Puzzle.Solve(form.QuerySelector("[name='Sender.Puzzle']")!.GetAttribute("value")!, Bits);
        var proved = new[] { ("Input.Kind", (string?)"Objection"), ("Input.Text", "أعترض"), ("Sender.Solution", solution) };
        using (var sent = await visitor.SubmitAsync(form, Whole, proved))
        {
            Assert.Equal("/fr/contributions/receipt", sent.Headers.Location?.OriginalString);
        }

        using (var again = await visitor.SubmitAsync(form, Whole, proved))
        {
            Assert.Equal("/fr/contributions/receipt", again.Headers.Location?.OriginalString);
        }

        using (var other = await visitor.SubmitAsync(form, Whole, [("Input.Kind", "Objection"), ("Input.Text", "أعترض ثانية"), ("Sender.Solution", solution)]))
        {
            var page = await other.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotEqual(form.QuerySelector("[name='Sender.Puzzle']")!.GetAttribute("value"), page.QuerySelector("[name='Sender.Puzzle']")!.GetAttribute("value"));
        }

        // A number that another puzzle gave solves nothing here.
        form = await visitor.PageAsync(Whole);
        using (var wrong = await visitor.SubmitAsync(form, Whole, [("Input.Kind", "Question"), ("Input.Text", "متى؟"), ("Sender.Solution", "999999999999")]))
        {
            await wrong.PageAsync(HttpStatusCode.BadRequest);
        }

        // Waited instead: taken, and read by the team before anybody else, although this consultation shows remarks at once.
        host.Clock.MoveTo(host.Clock.GetUtcNow().AddSeconds(61));
        using (var waited = await visitor.SubmitAsync(form, Whole, [("Input.Kind", "Question"), ("Input.Text", "متى؟")]))
        {
            Assert.Equal("/fr/contributions/receipt", waited.Headers.Location?.OriginalString);
        }

        Assert.Equal(
            [("أعترض", RemarkState.Shown), ("متى؟", RemarkState.Waiting)],
            (await InAsync(host, db => db.Set<Remark>().OrderBy(remark => remark.Id).Select(remark => new { remark.Text, remark.State }).ToListAsync(Stop)))
                .Select(remark => (remark.Text!, remark.State)));

        using var citizen = await host.SignInAsync(Commune, Role.Citizen);
        Assert.Null((await citizen.PageAsync(Whole)).QuerySelector("[data-proof]"));
    }

    [Fact]
    public async Task Answers_and_orders_without_work_count_once_the_team_lets_them_in()
    {
        await using var host = await StartAsync(options =>
        {
            options.Settings["Contributions:ProofBits"] = $"{Bits}";
            options.Settings["Contributions:LeastSecondsUnproved"] = "0";
        });
        await AskAsync(host);
        await InAsync(host, async db =>
        {
            (await db.Set<Consultation>().SingleAsync(Stop)).AskForProof(true);
            return await db.SaveChangesAsync(Stop);
        });
        const string Desk = $"/fr/workspace/consultations/{Slug}/questions/answers";
        var first = await InAsync(host, db => db.Set<Matter>().Where(matter => matter.Kind == MatterKind.Card).OrderBy(matter => matter.Position).Select(matter => matter.Id).FirstAsync(Stop));
        for (var person = 0; person < 5; person++)
        {
            using var visitor = Visitor(host);
            using (var answered = await visitor.SubmitAsync($"{Answer}/questions", [("Shown", "1"), ("Shown", "3"), ("Shown", "4"), ("Choice.1", "2"), ("Said.4", "كلام")], "form.answer"))
            {
                Assert.Equal("/fr/contributions/receipt", answered.Headers.Location?.OriginalString);
            }

            using var ordered = await visitor.SubmitAsync($"{Answer}/priorities", [($"Ranks[{first}]", "1")], "form.answer");
            Assert.Equal("/fr/contributions/receipt", ordered.Headers.Location?.OriginalString);
        }

        host.Clock.MoveTo(ClosesAt.AddHours(1));
        using var team = await host.SignInAsync(Commune, Role.TeamMember, Area.Participation);
        Assert.Equal((0, 0), await CountedAsync());
        var home = (await team.PageAsync("/fr/workspace")).QuerySelectorAll($"a[href^='{Desk}']").Select(link => link.TextContent.Trim()).ToList();
        Assert.Contains(home, line => line.StartsWith("10 feuilles sans preuve", StringComparison.Ordinal));

        // Their words are read once they are let in, and not before.
        Assert.Empty((await team.PageAsync(Desk)).QuerySelectorAll("input[name=Answer]"));
        using (var wordless = await team.SubmitAsync(Desk, [("Reason", "")], "form[action*='KeepOut']"))
        {
            await wordless.PageAsync(HttpStatusCode.BadRequest);
        }

        // Left out, and brought back: they count, as somebody has decided it.
        (await team.SubmitAsync(Desk, [("Reason", "Advertising")], "form[action*='KeepOut']")).Dispose();
        Assert.Equal((0, 0), await CountedAsync());
        (await team.SubmitAsync(Desk, [], "form[action*='BringBack']")).Dispose();
        Assert.Equal((5, 5), await CountedAsync());

        // What comes next is let in at once.
        await InAsync(host, async db =>
        {
            await db.Set<GivenAnswer>().ExecuteUpdateAsync(set => set.SetProperty(answer => answer.LeftOutAt, OpensAt).SetProperty(answer => answer.State, RemarkState.Waiting), Stop);
            return await db.Set<Remark>().ExecuteUpdateAsync(set => set.SetProperty(remark => remark.State, RemarkState.Waiting), Stop);
        });
        Assert.Equal((0, 0), await CountedAsync());
        (await team.SubmitAsync(Desk, [], "form[action*='LetIn']")).Dispose();
        Assert.Equal((5, 5), await CountedAsync());
        Assert.Equal(5, (await team.PageAsync(Desk)).QuerySelectorAll("input[name=Answer]").Length);
        Assert.Null((await team.PageAsync(Desk)).QuerySelector("#unproved"));

        Task<(int?, int?)> CountedAsync() => host.InCommuneAsync(Commune, async services =>
        {
            var consultation = await services.GetRequiredService<CommuneContext>().Set<Consultation>().AsNoTracking().SingleAsync(Stop);
            var results = await services.GetRequiredService<ResultsReader>().ReadAsync(consultation, ClosesAt.AddHours(1), Stop);
            return (results.People, results.Priorities!.People);
        });
    }
}
