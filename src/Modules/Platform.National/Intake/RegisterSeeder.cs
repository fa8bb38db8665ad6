using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;

namespace Platform.National.Intake;

/// <summary>A commune stands in the national register, without figures, from the moment that it is provisioned.</summary>
internal sealed class RegisterSeeder(CurrentCommune commune, CommuneRegister register, NationalContext db) : ICommuneSeeder
{
    /// <summary>After everything of the commune's own: a commune whose content cannot be read is not announced.</summary>
    public int Order => int.MaxValue;

    public async Task SeedAsync(SeedFolder folder, CancellationToken cancellation)
    {
        await register.EnterAsync(commune.Value, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
