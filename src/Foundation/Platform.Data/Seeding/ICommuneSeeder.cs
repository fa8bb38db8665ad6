namespace Platform.Data.Seeding;

/// <summary>
/// Brings a feature's part of tenants/ into the database of the commune of the scope. Registered as a scoped service. It adds what is missing and
/// never changes what is there: the database is the truth from the first provisioning on.
/// </summary>
public interface ICommuneSeeder
{
    /// <summary>Seeders run in this order, so that a later feature can link to an earlier one's rows.</summary>
    int Order { get; }

    /// <summary>Reads the whole file and adds entities to the context; the provisioner saves once, or nothing at all.</summary>
    Task SeedAsync(SeedFolder folder, CancellationToken cancellation);
}
