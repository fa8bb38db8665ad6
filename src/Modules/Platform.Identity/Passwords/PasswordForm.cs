using System.ComponentModel.DataAnnotations;

namespace Platform.Identity.Passwords;

/// <summary>A new password, twice: it cannot be seen while it is typed.</summary>
internal sealed class PasswordForm
{
    [Required, DataType(DataType.Password), MaxLength(PasswordRules.Longest)]
    public string? Password { get; set; }

    [Required, DataType(DataType.Password), Compare(nameof(Password))]
    public string? Again { get; set; }
}
