using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Commitments.Editing;

/// <summary>Files that come with what somebody says, for the partial <c>/Editing/_EvidenceFiles.cshtml</c>.</summary>
/// <param name="Accepted">What may be sent, in words.</param>
/// <param name="Received">Those of an earlier try: a form that is shown again has not lost its files.</param>
internal sealed record EvidenceFiles(string Accepted, IReadOnlyList<ReceivedFile> Received);

internal static class Evidence
{
    /// <summary>Name of the input of files.</summary>
    public const string Files = "files";

    public static Task<ReceivedFiles> ReceiveAsync(this IDocuments documents, List<IFormFile> files, List<string> codes, CancellationToken cancellation) =>
        documents.ReceiveAsync([.. files.Select(file => new IncomingFile(file.FileName, file.OpenReadStream))], codes, cancellation);

    /// <summary>A text of the platform in both languages at once, for rows: whatever language this runs in.</summary>
    public static LocalizedText InBoth(Type texts, string key, params object[] values)
    {
        var resources = new ResourceManager(texts);
        return new(In(Language.Arabic), In(Language.French));

        string In(Language language)
        {
            var culture = CultureInfo.GetCultureInfo(language.Culture);
            return string.Format(culture, resources.GetString(key, culture)!, values);
        }
    }
}
