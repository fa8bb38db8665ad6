using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.RoundReports;
using Platform.TestKit;
using Platform.TestKit.People;

namespace Platform.Benchmarks.Participation;

/// <summary>
/// A round of 50,000 remarks beside one of 1,000: what everybody reads, the desk of the team, exports, the report and its making; and a burst of 10,000 junk
/// remarks that comes on top, held back and shown again. Every page is made anew.
/// </summary>
internal static class BigRoundCost
{
    private const int Few = 1_000;
    private const int Many = 50_000;
    private const int Junk = 10_000;
    private const int Rounds = 7;
    private const double Goal = 250;
    private const string Public = $"/fr/consultations/{OpenRound.Slug}";
    private const string Desk = $"/fr/workspace/consultations/{OpenRound.Slug}";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var few = await Side.StartAsync(Few);
        await using var many = await Side.StartAsync(Many);
        var rows = new List<Row>();
        foreach (var (name, path, signedIn) in new (string, Func<int, string>, bool)[]
        {
            ("remarks, the newest", _ => Public + "/remarks", false),
            ("remarks, the most supported", _ => Public + "/remarks?sort=supported", false),
            ("remarks, search with Arabic folding", _ => Public + "/remarks?q=" + Uri.EscapeDataString(BigRound.Rare), false),
            ("remarks, of one card and without an answer", _ => Public + "/remarks?about=project:3&answer=none", false),
            ("remarks, page in the middle", count => $"{Public}/remarks?p={count / 50}", false),
            ("remarks, last page", count => $"{Public}/remarks?p={count / 25}", false),
            ("API, the last hundred", count => $"/api/v1/consultations/{OpenRound.Slug}/remarks?after={count - 100}", false),
            ("desk, inbox", _ => Desk + "/remarks", true),
            ("desk, without an answer, last page", count => $"{Desk}/remarks?answer=none&p={count * 2 / 3 / 25}", true),
            ("desk, one remark with those like it", _ => Desk + "/remarks/500", true),
        })
        {
            rows.Add(await CompareAsync(few, many, name, path, signedIn, Goal));
        }

        rows.Add(await CompareAsync(few, many, "remarks as CSV, all of them, while there is no report", _ => Public + "/remarks.csv", false, null));
        var (made, listed) = (await few.ReportAsync(), await many.ReportAsync());
        rows.Add(new(
            $"report of {Many:N0} remarks made in the background ÷ of {Few:N0}", $"{Milliseconds(listed)} and {Milliseconds(made)} ms; list and Word files in two languages",
            Machine.Round(listed / made), "", null));
        rows.Add(await CompareAsync(few, many, "report, page", _ => Public + "/report", false, Goal));
        rows.Add(await CompareAsync(few, many, "report for Word", _ => Public + "/report.docx", false, Goal));
        rows.Add(await CompareAsync(few, many, "remarks as CSV, with the report", _ => Public + "/remarks.csv", false, null));
        rows.AddRange(await many.SiftAsync());
        return rows;
    }

    private static async Task<Row> CompareAsync(Side few, Side many, string name, Func<int, string> path, bool signedIn, double? goal)
    {
        var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            var (one, other) = (await few.AskAsync(path(Few), signedIn), await many.AskAsync(path(Many), signedIn));
            if (round >= 0)
            {
                fewTimes.Add(one.TotalMilliseconds);
                manyTimes.Add(other.TotalMilliseconds);
            }
        }

        var (little, much) = (Measured.Median(fewTimes), Measured.Median(manyTimes));
        return new(
            $"{name}: {Many:N0} remarks ÷ {Few:N0}", $"{Machine.Round(much, 1)} and {Machine.Round(little, 1)} ms, uncached", Machine.Round(much / little),
            goal is { } most ? $"≤ {Machine.Round(most, 0)} ms" : "", goal is null ? null : much <= goal);
    }

    private static string Milliseconds(TimeSpan time) => Machine.Round(time.TotalMilliseconds, 0);

    private sealed class Side(PlatformHost host, HttpClient citizen, HttpClient team) : IAsyncDisposable
    {
        public static async Task<Side> StartAsync(int remarks)
        {
            var host = await OpenRound.StartAsync(options => options.CacheNothing());
            await OpenRound.AnnounceAsync(host, host.Clock.GetUtcNow().UtcDateTime);
            await BigRound.FillAsync(host, remarks, host.Clock.GetUtcNow().UtcDateTime.AddHours(-1));
            await BigRound.AnswerAsync(host);
            return new(host, host.Commune(OpenRound.Commune), await host.SignInAsync(OpenRound.Commune, Role.TeamMember, Area.Participation));
        }

        public async Task<TimeSpan> AskAsync(string path, bool signedIn)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await (signedIn ? team : citizen).GetAsync(new Uri(path, UriKind.Relative));
            var length = (await answer.Content.ReadAsByteArrayAsync()).Length;
            return answer.StatusCode == HttpStatusCode.OK && length > 0
                ? watch.Elapsed
                : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        }

        /// <summary>The round is over and its report published: made by the job itself.</summary>
        public async Task<TimeSpan> ReportAsync()
        {
            var key = await host.InCommuneAsync(OpenRound.Commune, async services =>
            {
                var db = services.GetRequiredService<CommuneContext>();
                var consultation = await db.Set<Consultation>().SingleAsync(one => one.Slug == OpenRound.Slug);
                consultation.Report(null, host.Clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync();
                return RoundReportMaker.KeyOf(consultation.Id, 1);
            });
            var watch = Stopwatch.StartNew();
            await host.InCommuneAsync(OpenRound.Commune, services => services.GetRequiredKeyedService<ICommuneJob>(RoundReportMaker.JobName).RunAsync(key, CancellationToken.None));
            return watch.Elapsed;
        }

        /// <summary>A burst of junk as the team meets it: found by its words, held back and shown again, through the desk.</summary>
        public async Task<IReadOnlyList<Row>> SiftAsync()
        {
            await BigRound.FillAsync(host, Junk, host.Clock.GetUtcNow().UtcDateTime, junk: "اشتروا الآن من www.example.com");
            var wording = Words.WordingOf("اشتروا الآن من www.example.com 1", null);
            var path = $"{Desk}/remarks?same={wording}";
            var found = await AskAsync(path, signedIn: true);
            var watch = Stopwatch.StartNew();
            using var held = await PressAsync(path, "HoldAll", [("Reason", nameof(HoldReason.Advertising))]);
            var holding = watch.Elapsed;
            var after = await CountHeldAsync();
            watch.Restart();
            using var undone = await UndoAsync($"{Desk}/remarks?state=held");
            var undoing = watch.Elapsed;
            var left = await CountHeldAsync();
            var isRight = after == Junk && left == 0;
            var open = Many - (Many / 3);
            watch.Restart();
            using var form = await PressAsync(Desk + "/remarks?answer=none&p=1", "AnswerAll", []);
            using var decided = await DecideAsync(form.Headers.Location!.OriginalString);
            var deciding = watch.Elapsed;
            return
            [
                new(
                    $"burst of {Junk:N0} junk remarks among {Many:N0} held back in one act, and undone in one",
                    $"found in {Milliseconds(found)}, held back in {Milliseconds(holding)}, undone in {Milliseconds(undoing)} ms, through the desk; {after:N0} held, then {left:N0}",
                    Machine.Round((found + holding + undoing).TotalSeconds, 1) + " s", "≤ 60 s", isRight && found + holding + undoing < Minute),
                new(
                    $"one answer for all of {open:N0} remarks and {Junk:N0} more, published", $"{Milliseconds(deciding)} ms with its form; {await CountOpenAsync():N0} left without an answer",
                    Machine.Round(deciding.TotalSeconds, 1) + " s", "", null),
            ];
        }

        public async ValueTask DisposeAsync()
        {
            citizen.Dispose();
            team.Dispose();
            await host.DisposeAsync();
        }

        private async Task<HttpResponseMessage> PressAsync(string path, string handler, IReadOnlyList<(string Name, string? Value)> fields)
        {
            var page = await team.PageAsync(path);
            var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector($"button[formaction*='handler={handler}']")!.Closest("form")!;
            form.SetAttribute("action", page.QuerySelector($"button[formaction*='handler={handler}']")!.GetAttribute("formaction"));
            form.Id = "desk";
            return Expect(await team.SubmitAsync(page, path, fields, "#desk"));
        }

        private async Task<HttpResponseMessage> UndoAsync(string path) => Expect(await team.SubmitAsync(path, [], "form[action*='handler=Undo']"));

        private async Task<HttpResponseMessage> DecideAsync(string path) => Expect(await team.SubmitAsync(
            path, [("Input.Outcome", "NotTakenUp"), ("Input.Reason.Ar", "ستدرس في الدورة المقبلة"), ("publish", "true")], "form.form"));

        private static HttpResponseMessage Expect(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Redirect
            ? answer
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The desk answered {(int)answer.StatusCode}."));

        private Task<int> CountHeldAsync() => CountAsync(remarks => remarks.Where(remark => remark.State == RemarkState.Held));

        private Task<int> CountOpenAsync() => CountAsync(remarks => remarks.Where(remark => remark.DecisionId == null));

        private Task<int> CountAsync(Func<IQueryable<Remark>, IQueryable<Remark>> which) => host.InCommuneAsync(
            OpenRound.Commune, services => which(services.GetRequiredService<CommuneContext>().Set<Remark>()).CountAsync());
    }
}
