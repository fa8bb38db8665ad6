using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Platform.Kernel.Text;

namespace Platform.Ui.Forms;

/// <summary>Every text that arrives in a form or a query is cleaned (<see cref="Cleaning"/>) before a rule sees it. Passwords are taken as they are.</summary>
internal sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);

        // A part of the address names something: cleaned, it would name another thing, or nothing.
        if (bindingContext.ActionContext.RouteData.Values.ContainsKey(bindingContext.ModelName))
        {
            bindingContext.Result = ModelBindingResult.Success(value.FirstValue);
            return Task.CompletedTask;
        }

        var clean = Cleaning.Clean(value.FirstValue ?? "");
        bindingContext.Result = ModelBindingResult.Success(clean.Length == 0 ? null : clean);
        return Task.CompletedTask;
    }

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(string) && context.BindingInfo.BinderType is null && !IsSecret(context.Metadata) && IsTyped(context.BindingInfo.BindingSource)
                ? new CleanTextBinder()
                : null;

        private static bool IsSecret(ModelMetadata metadata) =>
            metadata is DefaultModelMetadata { Attributes.Attributes: var attributes }
            && attributes.OfType<DataTypeAttribute>().Any(type => type.DataType == DataType.Password);

        private static bool IsTyped(BindingSource? source) =>
            source is null || source == BindingSource.Form || source == BindingSource.Query || source == BindingSource.ModelBinding || source == BindingSource.Path;
    }
}
