using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Platform.Ui;

/// <summary>
/// The texts of the .resx files, each looked up once for each language: a long page asks for hundreds, most of them again for every row. What is not
/// found is not remembered, so that what is asked cannot fill the memory.
/// </summary>
internal sealed class RememberedTexts(IServiceProvider services) : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory files = ActivatorUtilities.CreateInstance<ResourceManagerStringLocalizerFactory>(services);
    private readonly ConcurrentDictionary<Type, IStringLocalizer> known = new();

    public IStringLocalizer Create(Type resourceSource) => known.GetOrAdd(resourceSource, type => new Texts(files.Create(type)));

    public IStringLocalizer Create(string baseName, string location) => files.Create(baseName, location);

    private sealed class Texts(IStringLocalizer file) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<(CultureInfo Culture, string Name), LocalizedString> found = new();

        public LocalizedString this[string name]
        {
            get
            {
                var key = (CultureInfo.CurrentUICulture, name);
                if (found.TryGetValue(key, out var remembered))
                {
                    return remembered;
                }

                var text = file[name];
                return text.ResourceNotFound ? text : found[key] = text;
            }
        }

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var text = this[name];
                return new(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound, text.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => file.GetAllStrings(includeParentCultures);
    }
}
