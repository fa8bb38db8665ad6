using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Communes;

namespace Platform.Participation;

/// <summary>Where something comes from, as rates are limited by it.</summary>
internal static class Callers
{
    /// <summary>Commune and address: of the newer kind the half that a line is given as a whole.</summary>
    public static string Of(HttpContext context, Commune commune)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? $"{commune.Slug} {Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))}"
            : $"{commune.Slug} {address}";
    }
}
