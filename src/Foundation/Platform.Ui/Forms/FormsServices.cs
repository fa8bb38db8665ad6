using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Ui.Forms;

internal static class FormsServices
{
    /// <remarks>After the framework's own set-up, whatever the order of registration: the rules are collected by its providers before they get their words here.</remarks>
    public static IServiceCollection AddForms(this IServiceCollection services) => services.PostConfigure<MvcOptions>(mvc =>
    {
        mvc.ModelBinderProviders.Insert(0, new CleanTextBinder.Provider());
        mvc.ModelBinderProviders.Insert(0, new NumberBinder.Provider());
        mvc.ModelBinderProviders.Insert(0, new DayBinder.Provider());
        mvc.ModelMetadataDetailsProviders.Add(new ValidationTexts());

        // A field that must be filled says so itself; the framework's guess from nullability would say it in English and hidden from the class.
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "ValidationInvalid");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "ValidationInvalid");
        messages.SetUnknownValueIsInvalidAccessor(_ => "ValidationInvalid");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "ValidationInvalid");
        messages.SetValueIsInvalidAccessor(_ => "ValidationInvalid");
        messages.SetValueMustBeANumberAccessor(_ => "ValidationNumber");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "ValidationNumber");
        messages.SetValueMustNotBeNullAccessor(_ => "ValidationRequired");
        messages.SetMissingBindRequiredValueAccessor(_ => "ValidationRequired");
        messages.SetMissingKeyOrValueAccessor(() => "ValidationRequired");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "ValidationRequired");
    });
}
