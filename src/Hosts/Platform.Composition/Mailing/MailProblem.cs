using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Platform.Composition.Mailing;

/// <summary>What kept a mail from being sent, in a code that rooms have words for. What the server answered is not kept: it can hold the address.</summary>
/// <param name="Code"><c>unreachable</c>, <c>sign-in</c>, <c>encryption</c>, <c>too-slow</c>, <c>receiver-refused</c>, <c>refused</c>, <c>busy</c>, <c>folder</c>, <c>broken</c>.</param>
/// <param name="OfServer">No other mail would get through either.</param>
/// <param name="ForGood">Trying again would end the same.</param>
internal sealed record MailProblem(string Code, bool OfServer, bool ForGood)
{
    public static MailProblem TooSlow { get; } = new("too-slow", OfServer: true, ForGood: false);

    private static MailProblem Encryption { get; } = new("encryption", OfServer: true, ForGood: false);

    private static MailProblem Unreachable { get; } = new("unreachable", OfServer: true, ForGood: false);

    public static MailProblem Of(Exception error) => error switch
    {
        SmtpFailedRecipientException refused => OfReceiver(refused.StatusCode),
        SmtpException { InnerException: AuthenticationException } or AuthenticationException => Encryption,

        // The client's own refusal to go on in the clear: it has neither a status nor a cause.
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } => Encryption,
        SmtpException smtp => OfStatus(smtp),
        SocketException => Unreachable,
        IOException or UnauthorizedAccessException => new("folder", OfServer: true, ForGood: false),
        _ => new("broken", OfServer: false, ForGood: true),
    };

    private static MailProblem OfReceiver(SmtpStatusCode status) => (int)status switch
    {
        >= 500 => new("receiver-refused", OfServer: false, ForGood: true),
        _ => new("busy", OfServer: false, ForGood: false),
    };

    private static MailProblem OfStatus(SmtpException error) => (int)error.StatusCode switch
    {
        // 530, 534, 535, 538, 454: the server wants somebody else than we say we are.
        530 or 534 or 535 or 538 or 454 or 432 => new("sign-in", OfServer: true, ForGood: false),
        421 => Unreachable,
        502 or 503 or 523 => Encryption,
        >= 550 => new("refused", OfServer: false, ForGood: true),
        >= 400 and < 500 => new("busy", OfServer: false, ForGood: false),
        >= 500 => new("refused", OfServer: false, ForGood: true),
        _ => Unreachable,
    };
}
