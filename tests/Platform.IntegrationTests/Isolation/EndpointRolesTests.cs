using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.TestKit.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.IntegrationTests.Isolation;

/// <summary>
/// Every endpoint of the route table × nobody, each role, and a member of another commune. What a page says of itself is the intention; what it
/// answers is looked at. A new page cannot be forgotten.
/// </summary>
public sealed class EndpointRolesTests(SharedHost shared)
{
    [Fact]
    public async Task Every_address_under_workspace_says_whose_it_is_and_nothing_else_does()
    {
        var guarded = await GuardedAsync();

        Assert.All(guarded, one => Assert.True(one.Workspace.Count > 0 || one.Staff.Count > 0 || !IsWorkspace(one.Path), $"{one.Path} says nothing"));
        Assert.Contains(guarded, one => one.Workspace.Count > 0);
        Assert.Contains(guarded, one => one.Staff.Count > 0);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_sign_in()
    {
        var open = new List<string>();
        foreach (var one in (await GuardedAsync()).Where(one => one.IsPage && (one.Workspace.Count > 0 || one.Staff.Count > 0)))
        {
            using var visitor = shared.Host.Client(one.Host);
            using var answer = await visitor.GetAsync(new Uri(one.Path, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) != true)
            {
                open.Add($"{one.Path} answered {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(open);
    }

    [Fact]
    public async Task A_member_of_another_commune_is_nobody_here()
    {
        var person = await shared.Host.AddPersonAsync("settat", Role.FocalPoint);
        var open = new List<string>();
        foreach (var one in (await GuardedAsync()).Where(one => one.IsPage && one.Workspace.Count > 0))
        {
            using var stranger = shared.Host.Browser(one.Host, person);
            var status = await stranger.StatusAsync(one.Path);
            if (status != HttpStatusCode.Redirect)
            {
                open.Add($"{one.Path} answered {(int)status}");
            }
        }

        Assert.Empty(open);
    }

    [Theory]
    [InlineData(Role.FocalPoint, null)]
    [InlineData(Role.CommitteeMember, null)]
    [InlineData(Role.AssociationRepresentative, null)]
    [InlineData(Role.Citizen, null)]
    [InlineData(Role.TeamMember, null)]
    [InlineData(Role.TeamMember, Area.Identity)]
    [InlineData(Role.TeamMember, Area.Team)]
    [InlineData(Role.TeamMember, Area.Charter)]
    [InlineData(Role.TeamMember, Area.ActionPlan)]
    [InlineData(Role.TeamMember, Area.Openness)]
    [InlineData(Role.TeamMember, Area.Indicators)]
    [InlineData(Role.TeamMember, Area.Documents)]
    [InlineData(Role.TeamMember, Area.Participation)]
    public async Task In_a_commune_each_reaches_what_is_theirs_and_nothing_else(Role role, Area? area)
    {
        var people = new Dictionary<string, TestPerson>();
        var wrong = new List<string>();
        foreach (var one in (await GuardedAsync()).Where(one => one.IsPage && one.Workspace.Count > 0))
        {
            var slug = one.Host.Split('.')[0];
            if (!people.TryGetValue(slug, out var person))
            {
                people[slug] = person = await shared.Host.AddPersonAsync(slug, role, area is { } entrusted ? [entrusted] : []);
            }

            using var browser = shared.Host.Browser(one.Host, person);
            var status = await browser.StatusAsync(one.Path);
            if (IsRefused(status) == one.Workspace.All(rule => Admits(rule, role, area)))
            {
                wrong.Add($"{one.Path} answered {(int)status} to {role} {area}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.DgctOfficer)]
    [InlineData(Role.Operator)]
    public async Task In_the_national_workspace_each_reaches_what_is_theirs_and_nothing_else(Role role)
    {
        using var browser = await shared.Host.SignInNationallyAsync(role);
        var wrong = new List<string>();
        foreach (var one in (await GuardedAsync()).Where(one => one.IsPage && one.Staff.Count > 0))
        {
            var status = await browser.StatusAsync(one.Path);
            if (IsRefused(status) == one.Staff.All(rule => rule.Staff.Contains(role)))
            {
                wrong.Add($"{one.Path} answered {(int)status} to {role}");
            }
        }

        Assert.Empty(wrong);
    }

    // What exists or not is told only to those who may ask.
    private static bool IsRefused(HttpStatusCode status) => status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;

    private static bool Admits(WorkspaceAttribute rule, Role role, Area? area) => role switch
    {
        Role.FocalPoint => true,
        Role.TeamMember => rule.Everyone || (area is { } entrusted && rule.Areas.Contains(entrusted)),
        Role.CommitteeMember => rule.Everyone || rule.Committee,
        _ => false,
    };

    private static bool IsWorkspace(string path) => path.Contains("/workspace", StringComparison.Ordinal);

    private async Task<IReadOnlyList<Guarded>> GuardedAsync()
    {
        var services = shared.Host.Services;
        var found = new List<Guarded>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // A page's own attributes are read when it is first matched.
            var metadata = endpoint.Metadata.GetMetadata<SiteAttribute>() is null && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)).Endpoint!.Metadata
                : endpoint.Metadata;
            if (metadata.GetMetadata<SiteAttribute>() is not { Anywhere: false } site)
            {
                continue;
            }

            var path = "/" + RouteTable.Filled(endpoint.RoutePattern.RawText!.TrimStart('/')).TrimEnd('/');
            var reads = metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains("GET");
            found.Add(new(
                path.StartsWith("/api", StringComparison.Ordinal) ? path : "/fr" + path,
                RouteTable.HostOf(site.Kind, path),
                reads && !path.StartsWith("/api", StringComparison.Ordinal),
                [.. metadata.OfType<WorkspaceAttribute>()],
                [.. metadata.OfType<StaffAttribute>()]));
        }

        return found;
    }

    private sealed record Guarded(
        string Path, string Host, bool IsPage, IReadOnlyList<WorkspaceAttribute> Workspace, IReadOnlyList<StaffAttribute> Staff);
}
