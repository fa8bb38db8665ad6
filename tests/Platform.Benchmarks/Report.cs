using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Platform.Benchmarks;

/// <summary>The table with the machine that it was measured on.</summary>
internal sealed class Report(TimeProvider time)
{
    private const string Begin = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    private readonly List<Row> rows = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly string loadBefore = Machine.Load();

    public TimeSpan Elapsed => watch.Elapsed;

    public void Add(IReadOnlyList<Row> more)
    {
        rows.AddRange(more);
        foreach (var row in more)
        {
            Console.Error.WriteLine(Line(row));
        }
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured on {time.GetUtcNow():yyyy-MM-dd} in {watch.Elapsed:m\\:ss} minutes: {Environment.ProcessorCount} cores, {Machine.Processor()}, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, SQLite, {Machine.Build}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Load average before {loadBefore}, after {Machine.Load()}; open files allowed {Machine.OpenFilesAllowed()}.");
        text.AppendLine().AppendLine("| What | Ratio | Goal | Held | Behind it |").AppendLine("|---|---|---|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(Line(row));
        }

        return text.ToString();
    }

    public void WriteInto(string file)
    {
        var text = File.ReadAllText(file);
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(file, $"{text[..from]}\n\n{ToMarkdown()}\n{text[to..]}");
    }

    private static string Line(Row row) =>
        $"| {row.What} | {row.Ratio} | {row.Goal} | {(row.Held is { } held ? held ? "yes" : "**no**" : "")} | {row.Basis} |";
}
