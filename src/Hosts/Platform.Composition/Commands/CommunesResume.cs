using System.CommandLine;

namespace Platform.Composition.Commands;

/// <summary><c>communes resume &lt;slug&gt; --reason …</c></summary>
internal static class CommunesResume
{
    public static Command Create(Operator console) =>
        CommuneStateCommand.Create(
            console, "resume", "Resume", (office, slug, reason, cancellation) => office.ResumeAsync(slug, reason, cancellation), "Resumed", "NotSuspended");
}
