using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Kernel.Text;

/// <summary>Writes and reads an enumeration in JSON by its <see cref="MachineWord"/>.</summary>
public sealed class MachineWordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;
