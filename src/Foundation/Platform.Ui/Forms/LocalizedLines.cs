using Platform.Kernel.Text;

namespace Platform.Ui.Forms;

/// <summary>Several short texts in one field, one in each line: the first line of each language is the same text, and so on.</summary>
public static class LocalizedLines
{
    /// <returns>None where a language has another number of lines than Arabic: nobody knows which belong together. Empty where nothing is written.</returns>
    public static IReadOnlyList<LocalizedText>? Read(LocalizedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (arabic, french, amazigh) = (Lines(input.Ar), Lines(input.Fr), Lines(input.Zgh));
        return (french.Count > 0 && french.Count != arabic.Count) || (amazigh.Count > 0 && amazigh.Count != arabic.Count)
            ? null
            : [.. arabic.Select((line, at) => new LocalizedText(line, french.ElementAtOrDefault(at), amazigh.ElementAtOrDefault(at)))];
    }

    /// <summary>As it was written; a language that some of the texts lack is shown in Arabic there, so that the lines stay together.</summary>
    public static LocalizedInput Write(IReadOnlyCollection<LocalizedText> texts) => new()
    {
        Ar = texts.Count == 0 ? null : string.Join('\n', texts.Select(text => text.Ar)),
        Fr = texts.All(text => text.Fr is null) ? null : string.Join('\n', texts.Select(text => text.Fr ?? text.Ar)),
        Zgh = texts.All(text => text.Zgh is null) ? null : string.Join('\n', texts.Select(text => text.Zgh ?? text.Ar)),
    };

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
