using System.Globalization;
using Platform.Kernel.Text;

namespace Platform.Ui.Sites;

public static class Languages
{
    /// <summary>The language that this request is answered in.</summary>
    public static Language Current =>
        Language.OfPage(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.Arabic;
}
