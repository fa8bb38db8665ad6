namespace Platform.Participation.Processes;

/// <summary>What a process is called where others refer to it: its acts, its documents, its line of the charter's tracking matrix.</summary>
internal static class ProcessSubjects
{
    public static string Of(Process process) => "process:" + process.Slug;
}
