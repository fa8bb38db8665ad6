using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Tenancy.Directory;

namespace Platform.Tenancy.Catalog;

/// <summary>A commune in the catalog: what the platform must know before it opens the commune's own database.</summary>
public sealed class TenantInfo
{
    public const int SlugLength = 80;
    public const int CodeLength = 20;
    public const int HostsLength = 1000;
    public const int ErrorLength = 2000;

    private TenantInfo()
    {
    }

    public int Id { get; private set; }

    /// <summary>Its name in addresses, lower case.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Official code, unique.</summary>
    public string Code { get; private set; } = "";

    public LocalizedText Name { get; private set; } = null!;

    public LocalizedText Province { get; private set; } = null!;

    public LocalizedText Region { get; private set; } = null!;

    public string RegionCode { get; private set; } = "";

    /// <summary>Legal population, census of 2024.</summary>
    public int Population { get; private set; }

    public string Accent { get; private set; } = "";

    /// <summary>Exact hosts beside <c>{slug}.{base}</c>, lower case, separated by spaces.</summary>
    public string Hosts { get; private set; } = "";

    /// <summary>False where the project's list of pilots does not name it yet.</summary>
    public bool Confirmed { get; private set; }

    public LocalizedText? ConfirmationNote { get; private set; }

    public CommuneState State { get; private set; }

    /// <summary>Its data was generated to show the platform.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>What the focal point decided, as JSON; none until then.</summary>
    public string? Profile { get; private set; }

    public DateTime AddedAt { get; private set; }

    public DateTime? ProvisionedAt { get; private set; }

    /// <summary>Last migration that its database has.</summary>
    public string? SchemaVersion { get; private set; }

    public string? LastError { get; private set; }

    public List<Membership> Memberships { get; private set; } = [];

    public IEnumerable<string> ExactHosts => Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static TenantInfo Add(DirectoryEntry entry, string slug, string accent, IEnumerable<string> hosts, DateTime now) => new()
    {
        Slug = slug,
        Code = entry.Code,
        Name = entry.Name,
        Province = entry.Province,
        Region = entry.Region,
        RegionCode = entry.RegionCode,
        Population = entry.Population,
        Accent = accent,
        Hosts = string.Join(' ', hosts.Select(host => host.ToLowerInvariant())),
        Confirmed = true,
        State = CommuneState.Provisioning,
        AddedAt = now,
    };

    public void LeaveUnconfirmed(LocalizedText? note) => (Confirmed, ConfirmationNote) = (false, note);

    public void Provisioned(string schemaVersion, DateTime now)
    {
        ProvisionedAt ??= now;
        SchemaVersion = schemaVersion;
        LastError = null;
        if (State == CommuneState.Provisioning)
        {
            State = CommuneState.Active;
        }
    }

    public void Failed(string error) => LastError = error.Length > ErrorLength ? error[..ErrorLength] : error;

    /// <returns>False where its state does not allow it.</returns>
    public bool Suspend()
    {
        if (State != CommuneState.Active)
        {
            return false;
        }

        State = CommuneState.Suspended;
        return true;
    }

    /// <returns>False where it was not suspended.</returns>
    public bool Resume()
    {
        if (State != CommuneState.Suspended)
        {
            return false;
        }

        State = CommuneState.Active;
        return true;
    }

    /// <summary>Takes over what the focal point decided.</summary>
    public void Follow(ProfileReport report) => (Name, Accent, Profile) = (report.Name, report.Accent, JsonSerializer.Serialize(report.Profile));

    public CommuneProfile ReadProfile() =>
        Profile is null ? CommuneProfile.Default : JsonSerializer.Deserialize<CommuneProfile>(Profile) ?? CommuneProfile.Default;

    public void MarkDemonstration() => Demonstration = true;
}

/// <summary>Membership of a programme or network, with its dates: an attribute of a commune, never a list in code.</summary>
public sealed class Membership
{
    public const int ProgrammeLength = 60;
    public const int CohortLength = 40;
    public const int SourceLength = 400;

    private Membership()
    {
    }

    public int Id { get; private set; }

    /// <summary><c>tadafor</c>, <c>remacto</c>, <c>ogp-local</c> …</summary>
    public string Programme { get; private set; } = "";

    public string? Cohort { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public bool Confirmed { get; private set; }

    public string? Source { get; private set; }

    public static Membership Of(string programme, string? cohort, DateOnly? from, DateOnly? to, bool confirmed, string? source) =>
        new() { Programme = programme, Cohort = cohort, From = from, To = to, Confirmed = confirmed, Source = source };
}

internal sealed class TenantInfoConfiguration : IEntityTypeConfiguration<TenantInfo>
{
    public void Configure(EntityTypeBuilder<TenantInfo> builder)
    {
        builder.ToTable("communes");
        builder.Property(tenant => tenant.Slug).HasMaxLength(TenantInfo.SlugLength);
        builder.Property(tenant => tenant.Code).HasMaxLength(TenantInfo.CodeLength);
        builder.Property(tenant => tenant.RegionCode).HasMaxLength(2);
        builder.Property(tenant => tenant.Accent).HasMaxLength(7);
        builder.Property(tenant => tenant.Hosts).HasMaxLength(TenantInfo.HostsLength);
        builder.Property(tenant => tenant.SchemaVersion).HasMaxLength(150);
        builder.Property(tenant => tenant.LastError).HasMaxLength(TenantInfo.ErrorLength);
        builder.Ignore(tenant => tenant.ExactHosts);
        builder.HasIndex(tenant => tenant.Slug).IsUnique();
        builder.HasIndex(tenant => tenant.Code).IsUnique();
        builder.HasMany(tenant => tenant.Memberships).WithOne().HasForeignKey("CommuneId").IsRequired();
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("commune_memberships");
        builder.Property(membership => membership.Programme).HasMaxLength(Membership.ProgrammeLength);
        builder.Property(membership => membership.Cohort).HasMaxLength(Membership.CohortLength);
        builder.Property(membership => membership.Source).HasMaxLength(Membership.SourceLength);
        builder.Property(membership => membership.From).HasColumnName("StartsOn");
        builder.Property(membership => membership.To).HasColumnName("EndsOn");
    }
}
