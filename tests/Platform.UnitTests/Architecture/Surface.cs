using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Commitments;
using Platform.Communes;
using Platform.Documents;
using Platform.Identity;
using Platform.National;
using Platform.Participation;
using Platform.Records;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.UnitTests.Architecture;

/// <summary>Rules about the types of the modules.</summary>
internal static class Surface
{
    public static IReadOnlyList<Assembly> Modules { get; } =
    [
        typeof(IdentityModule).Assembly,
        typeof(CommitmentsModule).Assembly,
        typeof(DocumentsModule).Assembly,
        typeof(CommunesModule).Assembly,
        typeof(NationalModule).Assembly,
        typeof(RecordsModule).Assembly,
        typeof(ParticipationModule).Assembly,
    ];

    /// <summary>A module shows its registration and, because Razor demands it, its tag helpers.</summary>
    public static bool MayBePublic(Type type) =>
        type.Name.EndsWith("Module", StringComparison.Ordinal) || typeof(TagHelper).IsAssignableFrom(type);

    /// <summary>A page says on which site it is served.</summary>
    public static bool SaysItsSite(Type page) => page.GetCustomAttribute<SiteAttribute>(inherit: true) is not null;

    /// <summary>A page of a workspace says itself whose it is: what its base class says is too little.</summary>
    public static bool SaysWhoseItIs(Type page) =>
        typeof(WorkspacePage).IsAssignableFrom(page) ? page.GetCustomAttributes<WorkspaceAttribute>(inherit: false).Any()
        : !typeof(StaffPage).IsAssignableFrom(page) || page.GetCustomAttributes<StaffAttribute>(inherit: false).Any();

    public static bool IsPage(Type type) => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract;
}
