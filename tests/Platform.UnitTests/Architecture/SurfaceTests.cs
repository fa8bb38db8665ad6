using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Composition.Engines;
using Platform.Ui.Workspace;

namespace Platform.UnitTests.Architecture;

public sealed class SurfaceTests
{
    [Fact]
    public void A_module_shows_nothing_but_its_registration() =>
        Assert.Empty(Surface.Modules.SelectMany(module => module.GetExportedTypes()).Where(type => !Surface.MayBePublic(type)));

    [Fact]
    public void A_public_class_in_a_module_is_caught() => Assert.False(Surface.MayBePublic(typeof(PlantedPublicEntity)));

    [Fact]
    public void Every_page_says_on_which_site_it_is_served() =>
        Assert.Empty(Surface.Modules.SelectMany(module => module.GetTypes()).Where(type => Surface.IsPage(type) && !Surface.SaysItsSite(type)));

    [Fact]
    public void A_page_without_a_site_is_caught()
    {
        Assert.True(Surface.IsPage(typeof(PlantedPage)));
        Assert.False(Surface.SaysItsSite(typeof(PlantedPage)));
    }

    [Fact]
    public void Every_page_of_a_workspace_says_whose_it_is() =>
        Assert.Empty(Surface.Modules.Append(typeof(WorkspacePage).Assembly).SelectMany(module => module.GetTypes())
            .Where(type => Surface.IsPage(type) && !Surface.SaysWhoseItIs(type)));

    [Fact]
    public void A_workspace_page_for_nobody_in_particular_is_caught() => Assert.False(Surface.SaysWhoseItIs(typeof(PlantedWorkspacePage)));

    [Fact]
    public void Contexts_have_no_sets_that_every_room_could_reach() =>
        Assert.Empty(new[] { typeof(SqliteCommuneContext), typeof(SqliteNationalContext) }.SelectMany(SetsOf));

    [Fact]
    public void A_set_on_a_context_is_caught() => Assert.Single(SetsOf(typeof(PlantedContext)));

    private static IEnumerable<string> SetsOf(Type context) => context.GetProperties()
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .Select(property => property.Name);

    public sealed class PlantedPublicEntity;

    private sealed class PlantedPage : PageModel;

    private sealed class PlantedWorkspacePage : WorkspacePage;

    private sealed class PlantedContext(DbContextOptions options) : DbContext(options)
    {
        public DbSet<PlantedPublicEntity> Planted => Set<PlantedPublicEntity>();
    }
}
