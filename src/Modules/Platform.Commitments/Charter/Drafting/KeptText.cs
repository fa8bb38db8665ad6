using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>Why a draft's text was kept as it stood.</summary>
internal enum KeptFor
{
    /// <summary>It was put before people in a round of consultation.</summary>
    Round,

    /// <summary>The draft was begun anew from another text.</summary>
    NewStart,

    /// <summary>The council adopted it, and it went back to be corrected.</summary>
    Return,
}

/// <summary>The text of a draft as it stood at a moment: a draft goes on, and nothing that people were shown is lost.</summary>
internal sealed class KeptText : IImmutable
{
    private KeptText()
    {
    }

    public int Id { get; private set; }

    public int CharterVersionId { get; private set; }

    public KeptFor For { get; private set; }

    public DateTime KeptAt { get; private set; }

    /// <summary>A <see cref="CharterContent"/>.</summary>
    public string Json { get; private set; } = "";

    public static KeptText Of(CharterVersion version, KeptFor why, DateTime at) =>
        new() { CharterVersionId = version.Id, For = why, KeptAt = at, Json = CharterContent.Of(version).ToJson() };

    public CharterVersion ToVersion(int number) => CharterContent.Parse(Json).ToVersion(number);
}

internal sealed class KeptTextConfiguration : IEntityTypeConfiguration<KeptText>
{
    public void Configure(EntityTypeBuilder<KeptText> builder)
    {
        builder.ToTable("charter_kept_texts");
        builder.HasOne<CharterVersion>().WithMany().HasForeignKey(text => text.CharterVersionId);
    }
}
