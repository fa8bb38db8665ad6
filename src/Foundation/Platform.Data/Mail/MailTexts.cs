using System.Globalization;
using System.Resources;
using Platform.Kernel.Text;

namespace Platform.Data.Mail;

/// <summary>What every mail says around its own text.</summary>
internal sealed class MailTexts
{
    private static readonly ResourceManager Resources = new(typeof(MailTexts));

    public static string Get(string key, Language language, params object?[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language.Culture);
        var text = Resources.GetString(key, culture) ?? throw new InvalidOperationException($"MailTexts has no '{key}'.");
        return values.Length == 0 ? text : string.Format(culture, text, values);
    }
}
