using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Reporting;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Workspace;

/// <summary>From the value that a focal point enters to the citizen's page: submitted, returned, corrected, accepted.</summary>
public sealed class SubmissionTests
{
    private const string Values = "/ar/workspace/indicators/associations-registered/values";
    private const string Quarter = "2026-Q3";
    private const string Reporting = "/ar/workspace/indicators/reporting/" + Quarter;
    private const string Periods = "/ar/workspace/reporting-periods";
    private const string Review = "/ar/workspace/submissions/demnate/" + Quarter;

    [Fact]
    public async Task A_value_is_shown_to_citizens_and_to_the_nation_once_it_was_returned_corrected_and_accepted()
    {
        await using var host = await StartAsync();
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        await OpenAsync(officer);

        await EnterAsync(focalPoint, "12");
        await SubmitAsync(focalPoint);
        Assert.Contains("12", (await officer.PageAsync(Review)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await SnapshotsAsync(host));

        await DecideAsync(officer, "Return", "The register of the province says otherwise.");
        Assert.Contains("The register of the province says otherwise.", (await focalPoint.PageAsync(Reporting)).Body!.TextContent, StringComparison.Ordinal);
        await EnterAsync(focalPoint, "15", "Counted again.");
        await SubmitAsync(focalPoint);
        await DecideAsync(officer, "Accept", null);

        var snapshot = Assert.Single(await SnapshotsAsync(host));
        Assert.Equal((15m, 1), (snapshot.Value, snapshot.Version));
        using var citizen = host.Commune("demnate");
        Assert.Contains("15", (await citizen.PageAsync("/ar/indicators/associations-registered")).QuerySelector(".stat-figure")!.TextContent, StringComparison.Ordinal);
        var reported = await host.InNationAsync(db => db.Set<Platform.National.Intake.NationalSnapshot>().SingleAsync(row => row.Indicator == "associations-registered"));
        Assert.Equal(15m, reported.Value);

        // Both values stay visible to the one who decided.
        var review = (await officer.PageAsync(Review)).Body!.TextContent;
        Assert.Contains("12", review, StringComparison.Ordinal);
        Assert.Contains("15", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_submitted_or_accepted_is_locked_until_it_is_opened_again_with_a_reason()
    {
        await using var host = await StartAsync();
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        await OpenAsync(officer);
        var form = await focalPoint.PageAsync($"{Values}?period={Quarter}");
        await EnterAsync(focalPoint, "12");
        await SubmitAsync(focalPoint);

        // A form that was open before is refused, and keeps what was typed.
        using var late = await focalPoint.SubmitAsync(form, $"{Values}?period={Quarter}", [("Input.Value", "13"), ("Input.Source.Ar", "سجل"), ("Input.Reason", "x")], "form.form");
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Single(await EnteredAsync(host));

        await DecideAsync(officer, "Accept", null);
        using var empty = await focalPoint.SubmitAsync(Reporting, [("Reason", "")]);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var asked = await focalPoint.SubmitAsync(Reporting, [("Reason", "Two associations were counted twice.")]);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("Two associations were counted twice.", (await officer.PageAsync(Review)).Body!.TextContent, StringComparison.Ordinal);

        await DecideAsync(officer, "Reopen", "Agreed.");
        await EnterAsync(focalPoint, "10", "Two were counted twice.");
        await SubmitAsync(focalPoint);
        await DecideAsync(officer, "Accept", null);

        var snapshots = await SnapshotsAsync(host);
        Assert.Equal([(12m, 1), (10m, 2)], snapshots.Select(one => (one.Value!.Value, one.Version)));
        Assert.Equal("Two were counted twice.", snapshots[1].Reason);
    }

    [Fact]
    public async Task A_decision_that_could_not_be_delivered_arrives_with_the_next_intake_and_only_once()
    {
        await using var host = await StartAsync(services => services.AddScoped<ISubmissionDelivery, BrokenDelivery>());
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        await OpenAsync(officer);
        await EnterAsync(focalPoint, "12");
        await SubmitAsync(focalPoint);

        await DecideAsync(officer, "Accept", null);
        Assert.False(await host.InNationAsync(db => db.Set<NationalSubmission>().Select(one => one.Delivered).SingleAsync()));
        var review = await host.InNationAsync(async db => (await db.Set<NationalSubmission>().SingleAsync()).ToReview()!);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await host.InCommuneAsync("demnate", services => services.GetRequiredService<ISubmissionReviews>().ReceiveAsync(review, CancellationToken.None));
        }

        var steps = await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<SubmissionStep>().ToListAsync());
        Assert.Equal([SubmissionState.Submitted, SubmissionState.Accepted], steps.OrderBy(step => step.Id).Select(step => step.State));
        Assert.Single(await SnapshotsAsync(host));
    }

    [Fact]
    public async Task Of_two_who_enter_a_value_at_once_the_second_is_told()
    {
        await using var host = await StartAsync();
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        var form = await focalPoint.PageAsync($"{Values}?period={Quarter}");
        await EnterAsync(focalPoint, "12");

        using var second = await focalPoint.SubmitAsync(
            form, $"{Values}?period={Quarter}", [("Input.Value", "99"), ("Input.Source.Ar", "سجل")], "form.form");

        // The second had no reason to give: it did not know of the first.
        Assert.Contains(second.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.BadRequest });
        Assert.Equal(12m, Assert.Single(await EnteredAsync(host)).Value);
    }

    [Fact]
    public async Task Only_an_officer_decides_and_only_on_what_was_submitted()
    {
        await using var host = await StartAsync();
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);
        await OpenAsync(officer);

        // Days of an open period that cannot be are refused in their row, and the form below is no part of it.
        using (var backwards = await officer.SubmitAsync(Periods, [("Move.OpensOn", "2026-10-05"), ("Move.DueOn", "2026-09-01")]))
        {
            var page = await backwards.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("tbody details[open] [id='Move_DueOn-error']"));
            Assert.Equal("2026-09-01", page.QuerySelector("#Move_DueOn")!.GetAttribute("value"));
            Assert.Single(page.QuerySelectorAll("#errors li"));
            Assert.Null(page.QuerySelector("#Input_DueOn[aria-invalid], #Input_OpensOn[aria-invalid]"));
        }

        using (var moved = await officer.SubmitAsync(Periods, [("Move.OpensOn", "2026-10-05"), ("Move.DueOn", "2026-12-20")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, await officer.StatusAsync(Review));
        await EnterAsync(focalPoint, "12");
        await SubmitAsync(focalPoint);

        Assert.Null((await analyst.PageAsync(Review)).QuerySelector("form.form"));
        using var refused = await officer.SubmitAsync(Review + "?handler=Return", [("Comment", "")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static Task<PlatformHost> StartAsync(Action<IServiceCollection>? services = null) => PlatformHost.StartAsync(options =>
    {
        options.Communes = ["demnate"];
        options.Services = services;
    });

    private static async Task OpenAsync(HttpClient officer)
    {
        using var opened = await officer.SubmitAsync(
            Periods, [("Input.Period", Quarter), ("Input.OpensOn", "2026-10-01"), ("Input.DueOn", "2026-12-15")]);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
    }

    private static async Task EnterAsync(HttpClient person, string value, string? reason = null)
    {
        List<(string, string?)> fields = [("Input.Value", value), ("Input.Source.Ar", "سجل الجمعيات")];
        if (reason is not null)
        {
            fields.Add(("Input.Reason", reason));
        }

        using var entered = await person.SubmitAsync($"{Values}?period={Quarter}", fields, "form.form");
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    private static async Task SubmitAsync(HttpClient person)
    {
        using var submitted = await person.SubmitAsync(Reporting, [], "form[action*=Submit]");
        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
    }

    private static async Task DecideAsync(HttpClient officer, string decision, string? comment)
    {
        var page = await officer.PageAsync(Review);
        page.QuerySelector("form.form")!.SetAttribute("action", $"{Review}?handler={decision}");
        using var decided = await officer.SubmitAsync(page, Review, [("Comment", comment ?? "")], "form.form");
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
    }

    private static Task<List<IndicatorSnapshot>> SnapshotsAsync(PlatformHost host) => host.InCommuneAsync("demnate", services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        return db.Set<IndicatorSnapshot>()
            .Where(snapshot => snapshot.Period == Period.Parse(Quarter) && db.Set<Indicator>().Any(one => one.Id == snapshot.IndicatorId && one.Code == "associations-registered"))
            .OrderBy(snapshot => snapshot.Version)
            .ToListAsync();
    });

    private static Task<List<ManualValue>> EnteredAsync(PlatformHost host) =>
        host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<ManualValue>().ToListAsync());

    private sealed class BrokenDelivery : ISubmissionDelivery
    {
        public Task DeliverAsync(string slug, SubmissionReview review, CancellationToken cancellation) => throw new IOException("The database does not answer.");
    }
}
