namespace Platform.Data;

/// <summary>
/// A row that no public page shows anything of: a session, an account, a mail on its way. Saving it leaves the cached public pages as they are. Say it only
/// of what can never be shown: whatever does not say it empties them.
/// </summary>
public interface IUnseen;
