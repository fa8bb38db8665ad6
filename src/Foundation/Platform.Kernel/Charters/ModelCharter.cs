using Platform.Kernel.Text;

namespace Platform.Kernel.Charters;

/// <summary>A section of the model charter.</summary>
/// <param name="Key">Stable through the versions of the model, and the key of the section that a commune makes of it.</param>
/// <param name="ParentKey">Key of the section that it is a part of, if any.</param>
/// <param name="Text">Headings, lists and emphasis; none where the model has a heading only.</param>
public sealed record ModelSection(string Key, string? ParentKey, string Number, LocalizedText Title, LocalizedText? Text);

/// <summary>A published version of the model charter that DGCT offers to communes.</summary>
/// <param name="Note">What changed in it, in DGCT's words.</param>
public sealed record ModelCharter(int Number, DateTime PublishedAt, LocalizedText Note, IReadOnlyList<ModelSection> Sections);

/// <summary>The model charter as rooms of communes may read it; it is kept in the national database.</summary>
public interface IModelCharters
{
    /// <summary>The version offered now, or null where DGCT has published none.</summary>
    Task<ModelCharter?> LatestAsync(CancellationToken cancellation);

    /// <summary>An earlier version, which some commune has taken a text from.</summary>
    Task<ModelCharter?> VersionAsync(int number, CancellationToken cancellation);

    /// <summary>The number of the version offered now, 0 where there is none: cheap enough to ask on every visit.</summary>
    Task<int> LatestNumberAsync(CancellationToken cancellation);
}
