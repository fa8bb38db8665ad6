using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Platform.Data;

namespace Platform.Identity.Passkeys;

/// <summary>A key pair whose private half never leaves the person's device (WebAuthn).</summary>
internal sealed class Passkey : IUnseen
{
    public const int NameLength = 80;
    public const int DigestLength = 64;
    public const int TransportsLength = 120;

    private Passkey()
    {
    }

    public Passkey(UserPasskeyInfo info)
    {
        CredentialId = info.CredentialId;
        CredentialDigest = DigestOf(info.CredentialId);
        CreatedAt = info.CreatedAt.UtcDateTime;
        Take(info);
    }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>Up to 1,023 bytes: too long for an index, hence its digest.</summary>
    public byte[] CredentialId { get; private set; } = [];

    public string CredentialDigest { get; private set; } = "";

    /// <summary>What the person calls the device.</summary>
    public string Name { get; private set; } = "";

    public byte[] PublicKey { get; private set; } = [];

    public long SignCount { get; private set; }

    public string Transports { get; private set; } = "";

    public bool IsUserVerified { get; private set; }

    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    public byte[] AttestationObject { get; private set; } = [];

    public byte[] ClientDataJson { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public static string DigestOf(byte[] credential) => Convert.ToHexStringLower(SHA256.HashData(credential));

    public void Rename(string name) => Name = name;

    public void Used(DateTime now) => LastUsedAt = now;

    /// <summary>Takes over what the authenticator said last.</summary>
    public void Take(UserPasskeyInfo info)
    {
        PublicKey = info.PublicKey;
        SignCount = info.SignCount;
        Transports = string.Join(' ', info.Transports ?? []);
        IsUserVerified = info.IsUserVerified;
        IsBackupEligible = info.IsBackupEligible;
        IsBackedUp = info.IsBackedUp;
        AttestationObject = info.AttestationObject;
        ClientDataJson = info.ClientDataJson;
        Name = info.Name ?? Name;
    }

    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, new DateTimeOffset(CreatedAt), (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson)
    {
        Name = Name,
    };
}
