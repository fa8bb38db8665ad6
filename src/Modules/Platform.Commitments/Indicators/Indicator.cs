using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Indicators.Library;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>What a commune follows: a definition, and what this commune aims at.</summary>
internal sealed class Indicator : IRevised
{
    public const int CodeLength = 64;
    public const int MeasureLength = 80;
    public const int LinkLength = 40;

    private Indicator()
    {
    }

    public int Id { get; private set; }

    /// <summary>Stable and public: <c>charter-signed-share</c>.</summary>
    public string Code { get; private set; } = "";

    public IndicatorLevel Level { get; private set; }

    /// <summary>Its place in the list: the library's order first, then the commune's own.</summary>
    public int Position { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    /// <summary>What is counted, of what, at what moment.</summary>
    public LocalizedText Definition { get; private set; } = null!;

    public LocalizedText Unit { get; private set; } = null!;

    /// <summary>Which version of the library's definition this is; 1 for the first, and for a commune's own.</summary>
    public int DefinitionVersion { get; private set; } = 1;

    public IndicatorKind Kind { get; private set; }

    public Direction Direction { get; private set; }

    /// <summary>The shortest period that it has figures for.</summary>
    public Periodicity Periodicity { get; private set; }

    public PeriodBehaviour Behaviour { get; private set; }

    public DeriveRule Derive { get; private set; }

    public RollUp RollUp { get; private set; }

    /// <summary>A ratio over fewer cases than this is shown but not ranked.</summary>
    public int? RankingFloor { get; private set; }

    /// <summary>The measure that counts it; none where its values are entered by hand.</summary>
    public string? MeasureKey { get; private set; }

    public LocalizedText? Responsible { get; private set; }

    /// <summary>What it follows (<see cref="IndicatorLink"/>), where the commune's documents say so.</summary>
    public string? LinkedTo { get; private set; }

    public IReadOnlyList<ScaleStep> Scale { get; private set; } = [];

    /// <summary>Every place of the documents that names it.</summary>
    public IReadOnlyList<SeedSource> Sources { get; private set; } = [];

    public Target? Target { get; private set; }

    public Baseline? Baseline { get; private set; }

    /// <summary>The commune does not follow it any more, or never did: no figures are taken or asked for, those taken stay.</summary>
    public bool SetAside { get; private set; }

    /// <summary>The first period that the platform counts, where values of earlier ones were entered by hand.</summary>
    public Period? MeasuredFrom { get; private set; }

    /// <summary>The first month that it is followed in, where DGCT added it to the library later.</summary>
    public Period? AddedFrom { get; private set; }

    /// <summary>The first month of which no figure is taken any more, as DGCT withdrew it from the library. What was taken stays.</summary>
    public Period? WithdrawnFrom { get; private set; }

    /// <summary>The code of the one that DGCT has counted in its place.</summary>
    public string? ReplacedBy { get; private set; }

    public int Revision { get; private set; }

    public static Indicator Of(IndicatorDefinition definition, IndicatorLevel level, int position) => new()
    {
        Code = definition.Code,
        Level = level,
        Position = position,
        Name = definition.Name,
        Definition = definition.Definition,
        Unit = definition.Unit,
        Kind = definition.Kind,
        Direction = definition.Direction,
        Periodicity = definition.Periodicity,
        Behaviour = definition.Behaviour,
        Derive = definition.Derive,
        RollUp = definition.RollUp,
        RankingFloor = definition.RankingFloor,
        MeasureKey = definition.MeasureKey,
        LinkedTo = IndicatorLink.OfMeasure(definition.MeasureKey),
        Scale = definition.Scale,
        Sources = definition.Sources,
    };

    /// <summary>Defines a commune's own indicator anew, which nothing may have been taken of yet.</summary>
    public void Redefine(IndicatorDefinition definition)
    {
        if (Level != IndicatorLevel.Own)
        {
            throw new InvalidOperationException($"{Code} is defined by the library.");
        }

        (Name, Definition, Unit) = (definition.Name, definition.Definition, definition.Unit);
        (Kind, Direction, Periodicity, Behaviour) = (definition.Kind, definition.Direction, definition.Periodicity, definition.Behaviour);
        (Derive, RollUp, MeasureKey, Scale) = (definition.Derive, definition.RollUp, definition.MeasureKey, definition.Scale);
    }

    /// <summary>Takes over a later version of the library's definition.</summary>
    public void Follow(StandardVersion version)
    {
        if (Level != IndicatorLevel.Dgct || version.Code != Code)
        {
            throw new InvalidOperationException($"{Code} does not follow {version.Code} of the library.");
        }

        (Name, Definition, Unit, Direction, DefinitionVersion) = (version.Name, version.Definition, version.Unit, version.Direction, version.Version);
    }

    /// <summary>Corrects the words of a commune's own indicator; what it counts stays.</summary>
    public void Rename(LocalizedText name) => Name = name;

    /// <summary>What counts a period; none where its value is entered by hand.</summary>
    public string? MeasureFor(Period period) => IndicatorRules.MeasureFor(MeasureKey, MeasuredFrom, period);

    /// <summary>Whether a figure of a period is expected of the commune.</summary>
    public bool IsFollowedIn(Period period) => !SetAside && IsInLibrary(period);

    /// <summary>Whether it was part of the library in a period; a commune's own always is.</summary>
    public bool IsInLibrary(Period period) => IndicatorRules.IsInLibrary(AddedFrom, WithdrawnFrom, period);

    /// <summary>It came to the library later than the commune.</summary>
    public void ComeFrom(Period month) => AddedFrom = month;

    /// <summary>From a period on the platform counts what was entered by hand; values of earlier ones stay what they are.</summary>
    public void CountFrom(string measure, Period from)
    {
        if (MeasureKey is not null)
        {
            throw new InvalidOperationException($"{Code} is counted already.");
        }

        (MeasureKey, MeasuredFrom) = (measure, from);
    }

    /// <summary>It leaves the library from a month on.</summary>
    public void Withdraw(StandardWithdrawal withdrawal)
    {
        if (Level != IndicatorLevel.Dgct || withdrawal.Code != Code)
        {
            throw new InvalidOperationException($"{Code} is not what {withdrawal.Code} of the library withdraws.");
        }

        (WithdrawnFrom, ReplacedBy) = (withdrawal.From, withdrawal.ReplacedBy);
    }

    public void PutAside(bool aside) => SetAside = aside;

    /// <summary>Sets what the commune aims at; none takes it away, and with it the colour.</summary>
    public void Aim(Target? target, Baseline? baseline) => (Target, Baseline) = (target, baseline);

    public void EntrustTo(LocalizedText? responsible) => Responsible = responsible;

    public void LinkTo(string? link) => LinkedTo = link;

    /// <summary>Adds the place of the commune's own document that names it.</summary>
    public void AddSource(SeedSource source)
    {
        if (!Sources.Contains(source))
        {
            Sources = [.. Sources, source];
        }
    }
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicator_definitions");
        builder.Property(indicator => indicator.Code).HasMaxLength(Indicator.CodeLength);
        builder.HasIndex(indicator => indicator.Code).IsUnique();
        builder.Property(indicator => indicator.MeasureKey).HasMaxLength(Indicator.MeasureLength);
        builder.Property(indicator => indicator.ReplacedBy).HasMaxLength(Indicator.CodeLength);
        builder.Property(indicator => indicator.LinkedTo).HasMaxLength(Indicator.LinkLength);
        builder.Property(indicator => indicator.DefinitionVersion).HasDefaultValue(1);
        builder.Property(indicator => indicator.Scale).IsJsonList();
        builder.Property(indicator => indicator.Sources).IsJsonList();
        builder.OwnsOne(indicator => indicator.Target);
        builder.OwnsOne(indicator => indicator.Baseline);
    }
}
