using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Platform.Ui.Forms;

/// <summary>
/// What the framework's validation says, as keys of <see cref="CommonTexts"/> with their figures after colons (<c>ValidationTooLong:400</c>): they are put
/// into words when they are shown, in the language of the page.
/// </summary>
internal sealed class ValidationTexts : IValidationMetadataProvider
{
    private const string Prefix = "Validation";

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = KeyOf(attribute);
            }
        }
    }

    /// <summary>A rule's message, which says nothing of the field.</summary>
    public static bool IsOfRule(string message) => message.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The message of a rule in words; one that is already words stays.</summary>
    public static string InWords(string message, IStringLocalizer<CommonTexts> texts)
    {
        if (!message.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return message;
        }

        var parts = message.Split(':');
        var words = texts[parts[0], [.. parts[1..]]];
        return words.ResourceNotFound ? message : words.Value;
    }

    private static string? KeyOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "ValidationRequired",
        MaxLengthAttribute most => Key("ValidationTooLong", most.Length),
        StringLengthAttribute { MinimumLength: > 0 } length => Key("ValidationLength", length.MinimumLength, length.MaximumLength),
        StringLengthAttribute length => Key("ValidationTooLong", length.MaximumLength),
        MinLengthAttribute least => Key("ValidationTooShort", least.Length),
        RangeAttribute range => Key("ValidationRange", range.Minimum, range.Maximum),
        EmailAddressAttribute => "ValidationMail",
        UrlAttribute => "ValidationAddress",
        CompareAttribute => "ValidationDiffers",
        RegularExpressionAttribute => "ValidationInvalid",
        _ => null,
    };

    private static string Key(string key, params object[] figures) =>
        string.Join(':', [key, .. figures.Select(figure => Convert.ToString(figure, CultureInfo.InvariantCulture))]);
}
