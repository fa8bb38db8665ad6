namespace Platform.Composition.Commands;

internal static class Table
{
    /// <summary>Columns as wide as their widest value, the last one as it is.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Prepend(head).ToList();
        var widths = head.Select((_, column) => lines.Max(line => line[column].Length)).ToList();
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Select((value, column) => column == line.Count - 1 ? value : value.PadRight(widths[column]))).TrimEnd());
        }
    }
}
