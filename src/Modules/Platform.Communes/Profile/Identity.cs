using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Communes.Profile;

/// <summary>The commune as its focal point describes it: one row. What every page needs of it travels to the catalog.</summary>
internal sealed class Identity : IRevised
{
    public const int AccentLength = 7;
    public const int TelephoneLength = 30;
    public const int MailLength = 254;
    public const int ReferenceLength = 60;

    private Identity()
    {
    }

    public int Id { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    public string Accent { get; private set; } = "";

    /// <summary>Tags of the languages of the site's pages.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = CommuneProfile.Default.Languages;

    public IReadOnlyList<FeatureChoice> Features { get; private set; } = [];

    public IReadOnlyList<SocialLink> Social { get; private set; } = [];

    public LocalizedText? Address { get; private set; }

    public LocalizedText? Hours { get; private set; }

    public string? Telephone { get; private set; }

    public string? Mail { get; private set; }

    /// <summary>Who answers for the personal data that the site takes in (law 09-08, article 1).</summary>
    public LocalizedText? Controller { get; private set; }

    /// <summary>Number of the declaration to, or the authorisation by, the national commission (CNDP).</summary>
    public string? CndpReference { get; private set; }

    /// <summary>Where people exercise their rights of access, correction and objection (law 09-08, articles 7 to 9).</summary>
    public string? RightsMail { get; private set; }

    /// <summary>For how many months data of a feature is kept.</summary>
    public IReadOnlyList<Retention> Retentions { get; private set; } = [];

    /// <summary>The logo, ready to be served; none where there is none.</summary>
    public byte[]? Logo { get; private set; }

    public string? LogoDigest { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The only one: the key refuses a second.</summary>
    private const int Only = 1;

    public static Identity Of(Commune commune) => new() { Id = Only, Name = commune.Name, Accent = commune.Accent };

    public void Call(LocalizedText name, string accent) => (Name, Accent) = (name, accent);

    public void Reach(LocalizedText? address, LocalizedText? hours, string? telephone, string? mail, IReadOnlyList<SocialLink> social) =>
        (Address, Hours, Telephone, Mail, Social) = (address, hours, telephone, mail, social);

    public void Offer(IReadOnlyList<string> languages, IReadOnlyList<FeatureChoice> features) => (Languages, Features) = (languages, features);

    public void Protect(LocalizedText? controller, string? cndpReference, string? rightsMail, IReadOnlyList<Retention> retentions) =>
        (Controller, CndpReference, RightsMail, Retentions) = (controller, cndpReference, rightsMail, retentions);

    public void Show(byte[]? logo, string? digest) => (Logo, LogoDigest) = (logo, digest);

    public ProfileReport ToReport() =>
        new(Name, Accent, new(Languages, Features, new(Address, Hours, Telephone, Mail), Social, LogoDigest));
}

/// <param name="Months">How long data of this feature is kept.</param>
internal sealed record Retention(Feature Feature, int Months);

internal sealed class IdentityConfiguration : IEntityTypeConfiguration<Identity>
{
    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.ToTable("commune_identity");
        builder.Property(identity => identity.Id).ValueGeneratedNever();
        builder.Property(identity => identity.Accent).HasMaxLength(Identity.AccentLength);
        builder.Property(identity => identity.Telephone).HasMaxLength(Identity.TelephoneLength);
        builder.Property(identity => identity.Mail).HasMaxLength(Identity.MailLength);
        builder.Property(identity => identity.RightsMail).HasMaxLength(Identity.MailLength);
        builder.Property(identity => identity.CndpReference).HasMaxLength(Identity.ReferenceLength);
        builder.Property(identity => identity.LogoDigest).HasMaxLength(64);
        Json(builder.Property(identity => identity.Languages));
        Json(builder.Property(identity => identity.Features));
        Json(builder.Property(identity => identity.Social));
        Json(builder.Property(identity => identity.Retentions));
    }

    private static void Json<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Default)!,
        new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<T>>(
            (one, other) => one!.SequenceEqual(other!), list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), list => list.ToList()));
}
