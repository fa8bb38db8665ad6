using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Platform.TestKit;

/// <summary>
/// Reads what the attributes of page models say once for all hosts of a process, not once for each: they are the same pages. Every host still gets models of its own,
/// and its own conventions are applied to them.
/// </summary>
internal sealed class RememberedPageModels(IPageApplicationModelPartsProvider reader) : IPageApplicationModelPartsProvider
{
    private static readonly ConcurrentDictionary<PropertyInfo, PagePropertyModel> Properties = new();
    private static readonly ConcurrentDictionary<ParameterInfo, PageParameterModel> Parameters = new();

    public PageHandlerModel? CreateHandlerModel(MethodInfo method) => reader.CreateHandlerModel(method);

    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => new(Parameters.GetOrAdd(parameter, reader.CreateParameterModel));

    public PagePropertyModel CreatePropertyModel(PropertyInfo property) => new(Properties.GetOrAdd(property, reader.CreatePropertyModel));

    public bool IsHandler(MethodInfo methodInfo) => reader.IsHandler(methodInfo);
}

internal static class RememberedPageModelsExtensions
{
    public static void RememberPageModels(this IServiceCollection services)
    {
        var reader = services.Single(service => service.ServiceType == typeof(IPageApplicationModelPartsProvider)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IPageApplicationModelPartsProvider>(provider =>
            new RememberedPageModels((IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(provider, reader))));
    }
}
