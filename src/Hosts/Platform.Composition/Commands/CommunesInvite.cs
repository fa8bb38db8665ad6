using System.CommandLine;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Composition.Commands;

/// <summary><c>communes invite &lt;slug&gt; &lt;mail&gt; [--role …] [--area …]</c>: how a commune's first focal point comes in. No password is ever set for anybody.</summary>
internal static class CommunesInvite
{
    private static readonly Role[] Roles = [Role.FocalPoint, Role.TeamMember, Role.CommitteeMember, Role.AssociationRepresentative, Role.Citizen];

    public static Command Create(Operator console)
    {
        var slug = new Argument<string>("slug") { Description = CommandTexts.Get("Slug") };
        var mail = new Argument<string>("mail") { Description = CommandTexts.Get("InviteMail") };
        var role = new Option<string>("--role") { Description = CommandTexts.Get("InviteRole"), DefaultValueFactory = _ => Invitation.Word(Role.FocalPoint) };
        var areas = new Option<string[]>("--area") { Description = CommandTexts.Get("InviteArea") };
        var spoken = Invitation.LanguageOption();
        var command = new Command("invite", CommandTexts.Get("InviteMember")) { slug, mail, role, areas, spoken };
        console.Act(command, async (arguments, cancellation) =>
        {
            if (await console.FindAsync(arguments.GetRequiredValue(slug), cancellation) is not { } tenant)
            {
                return Operator.Failed;
            }

            var word = arguments.GetRequiredValue(role);
            if (Invitation.Parse(word, Roles) is not { } wanted)
            {
                return console.Refuse("NoRole", word, Invitation.Words(Roles));
            }

            var entrusted = new List<Area>();
            foreach (var given in arguments.GetValue(areas) ?? [])
            {
                if (Invitation.Parse(given, Enum.GetValues<Area>()) is not { } area)
                {
                    return console.Refuse("NoArea", given, Invitation.Words(Enum.GetValues<Area>()));
                }

                entrusted.Add(area);
            }

            if (wanted == Role.TeamMember && entrusted.Count == 0)
            {
                return console.Refuse("AreaNeeded");
            }

            if (Language.OfPage(arguments.GetRequiredValue(spoken)) is not { } language)
            {
                return console.Refuse("NoLanguage", arguments.GetRequiredValue(spoken));
            }

            var request = new InvitationRequest(arguments.GetRequiredValue(mail), wanted, entrusted, language);
            var result = await console.InOfficeAsync(office => office.InviteAsync(tenant.Commune.Slug, request, cancellation));
            return result is null ? console.Refuse("NotThereYet", tenant.Commune.Slug) : Invitation.Tell(console, request, result);
        });
        return command;
    }
}
