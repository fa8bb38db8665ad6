using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions;

/// <summary>
/// Somebody who took part in a consultation, counted once however often and by whatever way. What is asked of the person (age group, gender, neighbourhood,
/// vulnerability) is told apart from the remarks, never required, and never shown for fewer than <see cref="SmallGroup"/>. Law 09-08: name, association's
/// contact and mail can be removed, and the counts stay.
/// </summary>
internal sealed class Participant : IArriving
{
    /// <summary>Figures of fewer people than this are not shown.</summary>
    public const int SmallGroup = 5;

    public const int KeyLength = 80;
    public const int NameLength = 120;
    public const int MailLength = 254;
    public const int NeighbourhoodLength = 120;

    private Participant()
    {
    }

    public int Id { get; private set; }

    public int ConsultationId { get; private set; }

    /// <summary>Recognises the person within this consultation: <c>account:12</c>, a digest of the mail or of what the paper card says, or the form's ticket.</summary>
    public string Key { get; private set; } = "";

    public ParticipantKind Kind { get; private set; }

    public int? Account { get; private set; }

    /// <summary>The person's name, where it was told and until it was removed.</summary>
    public string? Name { get; private set; }

    /// <summary>The association that the person speaks for.</summary>
    public string? Association { get; private set; }

    /// <summary>How the author is shown to others.</summary>
    public ShownAs ShownAs { get; private set; }

    /// <summary>Where the answer is announced to.</summary>
    public string? Mail { get; private set; }

    /// <summary>Language of mails to the person: <c>ar</c>, <c>fr</c>.</summary>
    public string Language { get; private set; } = "ar";

    public AgeGroup? AgeGroup { get; private set; }

    public Gender? Gender { get; private set; }

    public string? Neighbourhood { get; private set; }

    public bool? Vulnerable { get; private set; }

    /// <summary>When personal data was removed on request, UTC.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>What is shown of it are its remarks.</summary>
    public bool IsShownOnArrival => false;

    public static Participant Of(Consultation consultation, string key, ParticipantKind kind, int? account, Language language) =>
        new() { ConsultationId = consultation.Id, Key = key, Kind = kind, Account = account, Language = language.Tag };

    public void Introduce(string? name, string? association, ShownAs shownAs, string? mail) =>
        (Name, Association, ShownAs, Mail) = (name, association, shownAs, mail);

    /// <summary>Whoever answers for an association after having answered as a citizen is counted with the associations.</summary>
    public void Speak(ParticipantKind kind) => Kind = kind;

    /// <summary>What was told once is not forgotten where a later form leaves it out.</summary>
    public void Tell(AgeGroup? age, Gender? gender, string? neighbourhood, bool? vulnerable) =>
        (AgeGroup, Gender, Neighbourhood, Vulnerable) = (age ?? AgeGroup, gender ?? Gender, neighbourhood ?? Neighbourhood, vulnerable ?? Vulnerable);

    /// <summary>The person signed in and showed the tracking code: it is this account's from now on.</summary>
    public void Claim(int account)
    {
        (Account, Key) = (account, KeyOf(account));
        Kind = Kind == ParticipantKind.Visitor ? ParticipantKind.Citizen : Kind;
    }

    /// <summary>Who it was cannot be found again, not by trying every mail address either; that somebody took part stays.</summary>
    public void Erase(DateTime at)
    {
        (Name, Mail, Account, ErasedAt) = (null, null, null, at);
        Key = "erased:" + Guid.NewGuid().ToString("N");
        ShownAs = ShownAs == ShownAs.Association ? ShownAs : ShownAs.Citizen;
    }

    /// <summary>The account is deleted: a citizen spoke here. Where the answer is awaited at an address, it still arrives.</summary>
    public void PartFromAccount()
    {
        (Name, Account) = (null, null);
        Key = "left:" + Guid.NewGuid().ToString("N");
        ShownAs = ShownAs == ShownAs.Association ? ShownAs : ShownAs.Citizen;
    }

    public static string KeyOf(int account) => string.Create(CultureInfo.InvariantCulture, $"account:{account}");
}

internal enum ParticipantKind
{
    Visitor,
    Citizen,
    Association,

    /// <summary>A member of a consultative body or committee.</summary>
    Member,
}

/// <summary>How an author is shown: only as the author chose.</summary>
internal enum ShownAs
{
    Citizen,
    Name,
    Association,
}

internal enum AgeGroup
{
    Under18,
    From18To34,
    From35To59,
    From60,
}

internal enum Gender
{
    Woman,
    Man,
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participants");
        builder.Property(participant => participant.Key).HasMaxLength(Participant.KeyLength);
        builder.Property(participant => participant.Name).HasMaxLength(Participant.NameLength);
        builder.Property(participant => participant.Association).HasMaxLength(Participant.NameLength);
        builder.Property(participant => participant.Mail).HasMaxLength(Participant.MailLength);
        builder.Property(participant => participant.Neighbourhood).HasMaxLength(Participant.NeighbourhoodLength);
        builder.Property(participant => participant.Language).HasMaxLength(3);
        builder.HasIndex(participant => new { participant.ConsultationId, participant.Key }).IsUnique();
        builder.HasIndex(participant => participant.Account);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(participant => participant.ConsultationId);
    }
}
