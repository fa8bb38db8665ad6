using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Tenancy;

namespace Platform.Composition.Commands;

/// <summary><c>staff invite &lt;mail&gt; --role …</c>: how the first people of the national staff come in.</summary>
internal static class StaffInvite
{
    private static readonly Role[] Roles = [Role.Analyst, Role.DgctOfficer, Role.Operator];

    public static Command Create(Operator console)
    {
        var mail = new Argument<string>("mail") { Description = CommandTexts.Get("InviteMail") };
        var role = new Option<string>("--role") { Description = CommandTexts.Get("InviteStaffRole"), Required = true };
        var spoken = Invitation.LanguageOption();
        var command = new Command("invite", CommandTexts.Get("InviteStaff")) { mail, role, spoken };
        console.Act(command, async (arguments, cancellation) =>
        {
            var word = arguments.GetRequiredValue(role);
            if (Invitation.Parse(word, Roles) is not { } wanted)
            {
                return console.Refuse("NoRole", word, Invitation.Words(Roles));
            }

            if (Language.OfPage(arguments.GetRequiredValue(spoken)) is not { } language)
            {
                return console.Refuse("NoLanguage", arguments.GetRequiredValue(spoken));
            }

            var site = console.Get<IOptions<SiteOptions>>().Value;
            await using var scope = console.Scope();
            scope.ServiceProvider.GetRequiredService<CurrentSite>().NationalAddress = site.AddressOf(site.BaseHost);
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsAtConsole(Environment.UserName);
            var request = new InvitationRequest(arguments.GetRequiredValue(mail), wanted, [], language);
            return Invitation.Tell(console, request, await scope.ServiceProvider.GetRequiredService<IInvitations>().InviteAsync(request, cancellation));
        });
        return command;
    }
}
