using System.Globalization;
using Platform.Kernel.Text;

namespace Platform.Ui.Sites;

public static class Languages
{
    /// <summary>The language that this request is answered in.</summary>
    public static Language Current =>
        Language.OfPage(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.Arabic;

    /// <summary>From here on texts, dates and figures are in this language.</summary>
    internal static void Speak(Language language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;

    /// <summary>Does something in a language that no request asked for: what a job writes. Afterwards the caller's own is spoken again, as .NET keeps it for every asynchronous method.</summary>
    public static async Task<T> SpeakingAsync<T>(Language language, Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Speak(language);
        return await work();
    }
}
