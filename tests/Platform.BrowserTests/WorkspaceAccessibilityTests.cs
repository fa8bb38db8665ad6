using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Tenancy.Jobs;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.BrowserTests;

/// <summary>Every page of both workspaces, from the route table so that none is forgotten, on a phone in both languages, as a screen reader and a keyboard meet it.</summary>
public sealed class WorkspaceAccessibilityTests(Site site)
{
    private const string TooWide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    /// <summary>Things that exist, in place of the parameters of routes; a page whose thing does not exist is looked at as the error page that it answers with.</summary>
    private static readonly Dictionary<string, string> Existing = new(StringComparer.Ordinal)
    {
        ["code"] = "associations-registered",
        ["rule-code"] = "petition-refusal",
        ["slug"] = FilledRound.Slug,
        ["period"] = "2026-Q3",
        ["thing"] = "whole",
        ["coming-slug"] = FilledRound.Slug,
        ["coming-number"] = FilledRound.Coming,
        ["national-slug"] = "demnate",
        ["national-period"] = "2026-Q3",
    };

    [Theory]
    [InlineData("ar", "demnate")]
    [InlineData("fr", "demnate")]
    [InlineData("ar", "settat")]
    [InlineData("fr", "settat")]
    [InlineData("ar", null)]
    [InlineData("fr", null)]
    public async Task Axe_finds_nothing_serious_in_the_workspace(string language, string? commune)
    {
        var pages = new Dictionary<Role, IPage>();
        foreach (var role in commune is null ? [Role.DgctOfficer, Role.Operator] : new[] { Role.FocalPoint })
        {
            pages[role] = await site.OpenAsync(phone: true);
            await site.SignInAsync(pages[role], commune, role);
        }

        if (commune is null)
        {
            // The first run of the history.
            await site.Host.Services.GetRequiredService<CommuneJobRunner>().RunAsync(new("national-intake", "2026-11-22", "demnate"), null, TestContext.Current.CancellationToken);
        }

        switch (commune)
        {
            case "demnate":
                await FilledRound.OpenAsync(site.Host, commune);
                await FilledEvaluation.OpenAsync(site.Host, commune);
                break;
            case "settat":
                await FilledRound.PrepareAsync(site.Host, commune);
                break;
        }

        var (wrong, forms, refused) = (new List<string>(), 0, 0);
        foreach (var (route, role) in await RoutesAsync(commune is null ? SiteKind.National : SiteKind.Commune))
        {
            var page = pages[role];
            var path = $"/{language}{route}";
            await page.GotoAsync(site.Address(commune, path));
            wrong.AddRange(await page.SeriousAsync());
            if (await page.GetAttributeAsync("html", "lang") != language || await page.EvaluateAsync<bool>(TooWide))
            {
                wrong.Add($"{path}: wrong language, or wider than a phone");
            }

            // With mistakes too: each form in one of the two languages, which halves the time; what tells of mistakes is the same for all.
            if (commune != "settat" && forms++ % 2 == (language == "ar" ? 0 : 1) && await SendEmptyAsync(page))
            {
                refused++;
                wrong.AddRange(await page.SeriousAsync());
                if (await page.EvaluateAsync<bool>(TooWide))
                {
                    wrong.Add($"{path}: wider than a phone with its mistakes");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(commune == "settat" || refused > 0, "No form was refused.");
        foreach (var page in pages.Values)
        {
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Sends the first form that demands something without it, past the browser's own check.</summary>
    /// <returns>True where the page came back with what is wrong.</returns>
    private static async Task<bool> SendEmptyAsync(IPage page)
    {
        var form = page.Locator("main form.form[method=post]:has([required])").First;
        if (await form.CountAsync() == 0)
        {
            return false;
        }

        var answer = await page.RunAndWaitForResponseAsync(
            () => form.EvaluateAsync(
                """
                form => {
                  for (const field of form.querySelectorAll('[required]')) {
                    if (field.type === 'checkbox' || field.type === 'radio') { field.checked = false; } else { field.value = ''; }
                  }
                  window.left = true;
                  form.submit();
                }
                """),
            response => response.Request.IsNavigationRequest);

        // The answer has come; the page that it makes takes the place of this one a moment later.
        await page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
        return answer.Status == 400;
    }

    /// <summary>Whose things the parameters of a route name.</summary>
    private static string Kind(string route, SiteKind kind) =>
        route.Contains("legal-rules", StringComparison.Ordinal) ? "rule-"
        : route.EndsWith("}/date", StringComparison.Ordinal) || route.EndsWith("}/cancel", StringComparison.Ordinal) ? "coming-"
        : kind == SiteKind.National && route.Contains("{slug}", StringComparison.Ordinal) ? "national-" : "";

    /// <summary>Each route with a role that may go there.</summary>
    private async Task<IReadOnlyList<(string Path, Role Role)>> RoutesAsync(SiteKind kind)
    {
        var services = site.Host.Services;
        var routes = new List<(string Path, Role Role)>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            // Uploads are for scripts, not for reading.
            if (route == "/workspace/uploads" || !route.StartsWith("/workspace", StringComparison.Ordinal) || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
            {
                continue;
            }

            // A page's own attributes are read when it is first matched.
            var metadata = endpoint.Metadata.GetMetadata<SiteAttribute>() is null
                ? (await services.GetRequiredService<PageLoader>().LoadAsync(descriptor, endpoint.Metadata)).Endpoint!.Metadata
                : endpoint.Metadata;
            if (metadata.GetMetadata<SiteAttribute>()?.Kind == kind)
            {
                var officer = metadata.GetOrderedMetadata<StaffAttribute>().All(staff => staff.Staff.Contains(Role.DgctOfficer));
                routes.Add((
                    string.Join('/', route.Split('/').Select(part => part.StartsWith('{')
                        ? Existing.GetValueOrDefault(Kind(route, kind) + part.Trim('{', '}').Split(':')[0], "1")
                        : part)),
                    kind == SiteKind.Commune ? Role.FocalPoint : officer ? Role.DgctOfficer : Role.Operator));
            }
        }

        return [.. routes.Distinct()];
    }
}
