using System.Globalization;

namespace Platform.Data.Seeding;

/// <summary>Something wrong in a file of tenants/, said to the person who edits it.</summary>
/// <param name="File">Path of the file, from tenants/.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record SeedProblem(string File, long Line, string Message)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Message}");
}

/// <summary>The files of tenants/ cannot be used as they are; nothing of the commune was changed.</summary>
public sealed class SeedException(IReadOnlyList<SeedProblem> problems)
    : Exception("tenants/ has mistakes:" + Environment.NewLine + string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<SeedProblem> Problems { get; } = problems;
}
