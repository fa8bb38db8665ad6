// Takes mails over SMTP and writes each as one line of JSON. What it is to do comes as JSON in the first argument:
// port, user and password (sign-in needed), tls (STARTTLS with a certificate that nobody vouches for), refuse and busy (receivers), dieAt (ends
// the process when it has read this many mails, before it answers), hangAt (reads and never answers).
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const asked = JSON.parse(process.argv[2] ?? '{}');
const say = line => process.stdout.write(JSON.stringify(line) + '\n');
const hide = ['AUTH', ...(asked.tls ? [] : ['STARTTLS'])].filter(command => command !== 'AUTH' || !asked.user);
let taken = 0;

const answer = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  authOptional: !asked.user,
  allowInsecureAuth: true,
  disabledCommands: hide,
  disableReverseLookup: true,
  logger: false,
  onAuth: ({ username, password }, session, done) =>
    username === asked.user && password === asked.password ? done(null, { user: username }) : done(answer(535, '5.7.8 No')),
  onRcptTo: ({ address }, session, done) => done(
    (asked.refuse ?? []).includes(address) ? answer(550, `5.1.1 <${address}> is not known`)
      : (asked.busy ?? []).includes(address) ? answer(451, '4.3.0 Later') : null),
  onData: async (stream, session, done) => {
    const parts = [];
    for await (const part of stream) parts.push(part);
    const raw = Buffer.concat(parts);
    taken++;
    if (taken === asked.dieAt) process.exit(1);
    if (taken === asked.hangAt) return;
    const mail = await new PostalMime().parse(raw);
    say({
      from: mail.from, to: mail.to, subject: mail.subject, messageId: mail.messageId, text: mail.text, html: mail.html,
      headers: mail.headers.map(header => [header.key, header.value]), attachments: mail.attachments.length,
      envelope: { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(receiver => receiver.address) },
    });
    done();
  },
});
server.on('error', () => {}); // A client that goes away in the middle is its own affair.
server.listen(asked.port ?? 0, '127.0.0.1', () => say({ port: server.server.address().port }));
process.stdin.on('end', () => process.exit(0)).resume(); // The test that started it is gone.
