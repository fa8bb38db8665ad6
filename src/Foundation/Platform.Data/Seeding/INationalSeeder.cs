namespace Platform.Data.Seeding;

/// <summary>
/// Brings a feature's part of <c>tenants/_standard</c> into the national database, in a scope of no commune. It adds what is missing and never changes what is
/// there: from then on the nation's officers keep it.
/// </summary>
public interface INationalSeeder
{
    /// <summary>Reads the whole file and adds entities to the context; whoever calls saves once, or nothing at all.</summary>
    Task SeedAsync(SeedFolder standard, CancellationToken cancellation);
}
