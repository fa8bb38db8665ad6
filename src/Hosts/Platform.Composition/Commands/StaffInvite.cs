using System.CommandLine;
using Platform.Kernel.People;
using Platform.Kernel.Text;

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

            await using var scope = console.Scope();
            return await Invitation.SendAsync(console, scope.ServiceProvider, new(arguments.GetRequiredValue(mail), wanted, [], language), cancellation);
        });
        return command;
    }
}
