using System.CommandLine;

namespace Platform.Composition.Commands;

/// <summary><c>communes suspend &lt;slug&gt; --reason …</c>: its site answers 503 until it is resumed; its data stays.</summary>
internal static class CommunesSuspend
{
    public static Command Create(Operator console) =>
        CommuneStateCommand.Create(
            console, "suspend", "Suspend", (office, slug, reason, cancellation) => office.SuspendAsync(slug, reason, cancellation), "Suspended", "NotActive");
}
