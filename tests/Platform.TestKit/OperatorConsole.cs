using Platform.Composition.Commands;
using Xunit;

namespace Platform.TestKit;

/// <param name="Text">What was written to both streams, in order.</param>
public sealed record Said(int Code, string Text);

public static class OperatorConsole
{
    /// <summary>Runs an operator's command on the services of this host.</summary>
    public static async Task<Said> OperateAsync(this PlatformHost host, params string[] args)
    {
        using var text = new StringWriter();
        var code = await OperatorCommands.RunAsync(args, () => host.Services, TextReader.Null, text, text, TestContext.Current.CancellationToken);
        return new(code, text.ToString());
    }
}
