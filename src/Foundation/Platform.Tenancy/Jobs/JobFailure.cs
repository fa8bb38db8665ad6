namespace Platform.Tenancy.Jobs;

/// <summary>Errors as an operator reads them.</summary>
public static class JobFailure
{
    /// <summary>What an operator reads in the history: the error and what caused it, without the stack, which is in the log.</summary>
    public static string Describe(Exception error)
    {
        var parts = new List<string>();
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (!parts.Contains(cause.Message))
            {
                parts.Add(cause.Message);
            }
        }

        var text = string.Join(" ← ", parts);
        return text.Length > JobRunCommune.ErrorLength ? text[..JobRunCommune.ErrorLength] : text;
    }
}
