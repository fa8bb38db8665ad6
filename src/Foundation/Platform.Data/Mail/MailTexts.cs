using System.Resources;
using Platform.Kernel.Text;

namespace Platform.Data.Mail;

/// <summary>What every mail says around its own text.</summary>
internal sealed class MailTexts
{
    private static readonly ResourceManager Resources = new(typeof(MailTexts));

    public static string Get(string key, Language language, params object?[] values)
    {
        var text = Resources.GetString(key, language.Culture) ?? throw new InvalidOperationException($"MailTexts has no '{key}'.");
        return values.Length == 0 ? text : string.Format(language.Culture, text, values);
    }
}
