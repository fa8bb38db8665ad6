using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Data.Mail;

/// <summary>Whose mail it is.</summary>
/// <param name="Name">As readers see it.</param>
/// <param name="Address">Root of the site.</param>
/// <param name="Accent">Colour of the site.</param>
internal sealed record MailSender(string Name, string Address, string Accent)
{
    private const string NationalAccent = "#12456b";

    public static MailSender Of(Commune commune, Language language)
    {
        var name = commune.Name.In(language);
        return new(MailTexts.Get(Elision.IsBefore(name) ? "CommuneNamedBeforeVowel" : "CommuneNamed", language, name), commune.Address, commune.Accent);
    }

    public static MailSender National(string address, Language language) => new(MailTexts.Get("NationalName", language), address, NationalAccent);
}
