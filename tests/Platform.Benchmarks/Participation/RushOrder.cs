namespace Platform.Benchmarks.Participation;

/// <summary>What the crowd is to do.</summary>
/// <param name="Host">As browsers name it.</param>
/// <param name="Form">Address of the form.</param>
/// <param name="Cookie">What a browser has that opened the form: the pair of its hidden token.</param>
/// <param name="Body">The form as a browser sends it, without the words.</param>
/// <param name="Words">Name of the field that the words are sent in.</param>
/// <param name="Rate">So many begin in a second, whatever became of those before; 0: as many as <paramref name="Workers"/> manage one after the other.</param>
/// <param name="Workers">None send nothing.</param>
/// <param name="Whole">Each opens the form before and reads the receipt afterwards.</param>
/// <param name="Read">A public page that a reader asks for meanwhile, twenty times a second.</param>
internal sealed record RushOrder(
    int Port, string Host, string Form, string Cookie, string Body, string Words, double Seconds, int Rate, int Workers, bool Whole, string? Read);

/// <param name="Acknowledged">Answered with the way to a receipt.</param>
/// <param name="Other">Answered otherwise, or not.</param>
/// <param name="Seconds">Until the last answer.</param>
/// <param name="Sent">Milliseconds from the moment at which each was due to its answer: median, 95 of 100, longest.</param>
/// <param name="Read">The same of the public page.</param>
internal sealed record RushAnswer(int Acknowledged, int Other, double Seconds, double[] Sent, double[] Read, string? Problem);
