using Microsoft.AspNetCore.Http;
using Platform.Ui;

namespace Platform.UnitTests.Ui.Office;

internal static class Answers
{
    public static async Task<byte[]> BytesAsync(FileAnswer answer)
    {
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;
        await answer.ExecuteAsync(http);
        return body.ToArray();
    }
}
