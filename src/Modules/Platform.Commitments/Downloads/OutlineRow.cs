using Platform.Kernel.Text;

namespace Platform.Commitments.Downloads;

/// <summary>A line of a document that is taken away: a title or a text of one of its parts.</summary>
/// <param name="Part">The name of the part that it belongs to, in the reader's language.</param>
/// <param name="Number">As the document counts it, if it does.</param>
/// <param name="Text">May hold Markdown: files get its words.</param>
/// <param name="Level">1 to 3: how deep its title stands; 0 where it is an item of a list.</param>
internal sealed record OutlineRow(string Part, string? Number, LocalizedText? Title, LocalizedText? Text, int Level);
