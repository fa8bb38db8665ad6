using System.CommandLine;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Composition.Commands;

/// <summary>What both commands that invite have in common.</summary>
internal static class Invitation
{
    public static Option<string> LanguageOption() => new("--language") { Description = CommandTexts.Get("InviteLanguage"), DefaultValueFactory = _ => "ar" };

    /// <returns>The exit code.</returns>
    public static int Tell(Operator console, InvitationRequest request, InvitationResult result)
    {
        switch (result.State)
        {
            case InvitationState.Sent:
                console.Say("Invited", request.Mail, Word(request.Role), result.ExpiresAt);
                console.SayLine(result.Link!);
                return Operator.Done;
            case InvitationState.AlreadyMember:
                return console.Refuse("AlreadyMember", request.Mail);
            case InvitationState.NoMail:
                return console.Refuse("NoMail", request.Mail);
            default:
                return console.Refuse("NoRole", Word(request.Role), "");
        }
    }

    /// <summary>As it is written at the console: <c>focal-point</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, at) => char.IsUpper(c) && at > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    public static T? Parse<T>(string word, IEnumerable<T> among)
        where T : struct, Enum =>
        among.Where(value => Word(value).Equals(word, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault();

    public static string Words<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(", ", values.Select(Word));
}
