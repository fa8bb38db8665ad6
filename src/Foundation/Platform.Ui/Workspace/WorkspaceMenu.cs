using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>An entry of a workspace's menu, contributed by the feature that it leads to, shown to those who may go there.</summary>
/// <param name="Order">Home 0, charter 100, action plan 200, openness 300, evaluations 350, indicators 400, documents 500, participation 600, identity 800, team 900.</param>
/// <param name="Path">The page, without the language: <c>/workspace/charter</c>.</param>
/// <param name="Areas">Areas of the commune of which one is needed; none: everyone in the workspace.</param>
/// <param name="Staff">Roles of national staff of which one is needed; none: all staff.</param>
public sealed record WorkspaceEntry(
    int Order, SiteKind Site, string Path, Type Texts, string Key, IReadOnlyList<Area> Areas, IReadOnlyList<Role> Staff)
{
    /// <summary>Members of committees go there too, whatever the areas.</summary>
    public bool Committee { get; init; }
}

public static class WorkspaceMenuServices
{
    /// <summary>Adds an entry to the menu of the commune's workspace.</summary>
    public static IServiceCollection AddWorkspaceEntry<TTexts>(this IServiceCollection services, int order, string path, string key, params Area[] areas) =>
        services.AddSingleton(new WorkspaceEntry(order, SiteKind.Commune, path, typeof(TTexts), key, areas, []));

    /// <summary>As above; where asked for, for members of committees too.</summary>
    public static IServiceCollection AddWorkspaceEntry<TTexts>(
        this IServiceCollection services, int order, string path, string key, bool committee, params Area[] areas) =>
        services.AddSingleton(new WorkspaceEntry(order, SiteKind.Commune, path, typeof(TTexts), key, areas, []) { Committee = committee });

    /// <summary>Adds an entry to the menu of the national workspace.</summary>
    public static IServiceCollection AddStaffEntry<TTexts>(this IServiceCollection services, int order, string path, string key, params Role[] staff) =>
        services.AddSingleton(new WorkspaceEntry(order, SiteKind.National, path, typeof(TTexts), key, [], staff));
}

/// <summary>The menu of the workspace of this request, for this person.</summary>
internal sealed class WorkspaceMenu(IEnumerable<WorkspaceEntry> entries, CurrentPerson person, CurrentSite site, IStringLocalizerFactory texts)
{
    public IReadOnlyList<MenuLink> For(string root, string path)
    {
        var own = entries.Where(entry => entry.Site == site.Kind && MayGo(entry)).OrderBy(entry => entry.Order).ToList();
        var here = own.Where(entry => Holds(entry.Path, path)).MaxBy(entry => entry.Path.Length);
        return [.. own.Select(entry => new MenuLink(texts.Create(entry.Texts)[entry.Key], root + entry.Path, entry == here, entry.Path == path))];
    }

    private bool MayGo(WorkspaceEntry entry) =>
        person.IsAny(Role.FocalPoint, Role.TeamMember, Role.CommitteeMember, Role.Analyst, Role.DgctOfficer, Role.Operator)
        && (entry.Areas is [] || entry.Areas.Any(person.May) || (entry.Committee && person.Is(Role.CommitteeMember))) && (entry.Staff is [] || entry.Staff.Any(person.Is));

    private static bool Holds(string entry, string path) =>
        path == entry || (entry != "/workspace" && path.StartsWith(entry + "/", StringComparison.Ordinal));
}
