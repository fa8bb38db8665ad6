namespace Platform.Composition.Operations;

/// <summary>Tells what waits for it when provisioning at start has come to its end, with or without failures.</summary>
internal sealed class StartUpState
{
    private readonly TaskCompletionSource provisioned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Provisioned => provisioned.Task;

    public void MarkProvisioned() => provisioned.TrySetResult();
}
