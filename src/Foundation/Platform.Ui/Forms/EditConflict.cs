using Platform.Kernel.Text;

namespace Platform.Ui.Forms;

/// <summary>One field in which two people's edits differ, each as words.</summary>
public sealed record ConflictingField(string Label, string? Theirs, string? Mine);

/// <summary>
/// Somebody else saved while this person was editing. Shown by the partial <c>/Forms/_EditConflict.cshtml</c> inside the form: both versions side by side, a button that saves
/// mine over theirs (the form is sent again with the revision that is current now), a link that drops mine. Answered with 409.
/// </summary>
/// <param name="Fields">Fields that differ.</param>
/// <param name="Reload">The address of the form with their version.</param>
public sealed record EditConflict(IReadOnlyList<ConflictingField> Fields, string Reload)
{
    /// <summary>A line for the conflict where the texts differ, in every language that they are written in; none where they are the same.</summary>
    public static IEnumerable<ConflictingField> Differing(string label, LocalizedText? theirs, LocalizedText? mine) => Differing(label, Words(theirs), Words(mine));

    public static IEnumerable<ConflictingField> Differing(string label, string? theirs, string? mine) =>
        (theirs ?? "") == (mine ?? "") ? [] : [new(label, theirs, mine)];

    private static string? Words(LocalizedText? text) => text is null ? null : string.Join(" / ", new[] { text.Ar, text.Fr, text.Zgh }.OfType<string>());
}
