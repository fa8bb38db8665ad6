using System.CommandLine;
using System.Globalization;

namespace Platform.Composition.Commands;

/// <summary><c>communes export &lt;slug&gt; --to &lt;folder&gt;</c>: everything a commune has, in a form that no engine owns.</summary>
internal static class CommunesExport
{
    public static Command Create(Operator console)
    {
        var slug = new Argument<string>("slug") { Description = CommandTexts.Get("Slug") };
        var to = new Option<DirectoryInfo>("--to") { Description = CommandTexts.Get("ExportTo"), Required = true };
        var command = new Command("export", CommandTexts.Get("Export")) { slug, to };
        console.Act(command, async (arguments, cancellation) =>
        {
            if (await console.FindAsync(arguments.GetRequiredValue(slug), cancellation) is not { } tenant)
            {
                return Operator.Failed;
            }

            var now = console.Time.GetUtcNow();
            var folder = arguments.GetRequiredValue(to);
            folder.Create();
            var file = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{tenant.Commune.Slug}-{now:yyyyMMdd-HHmmss}.zip"));
            await console.AuditAsync("commune.exported", $"commune:{tenant.Commune.Slug}", Path.GetFileName(file), cancellation);
            var manifest = await CommuneExport.WriteAsync(console, tenant.Commune, file, now.UtcDateTime, cancellation);
            console.Say("Exported", manifest.Tables.Sum(table => table.Rows), manifest.Tables.Count, file);
            return Operator.Done;
        });
        return command;
    }
}
