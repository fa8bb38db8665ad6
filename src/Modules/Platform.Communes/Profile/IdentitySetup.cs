using Microsoft.Extensions.Localization;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Communes.Profile;

/// <summary>The first step: the commune says how it is reached and who answers for personal data.</summary>
internal sealed class IdentitySetup(IdentityDesk desk, IStringLocalizer<ProfileTexts> texts) : ISetupSource
{
    public async Task<IReadOnlyList<SetupStep>> StepsAsync(CancellationToken cancellation)
    {
        var identity = await desk.ReadAsync(cancellation);
        var done = (identity.Mail ?? identity.Telephone) is not null && identity.Controller is not null;
        return [new(100, Area.Identity, texts["SetupIdentity"], texts["SetupIdentityHelp"], $"/{Languages.Current.Tag}/workspace/identity", done)];
    }
}
