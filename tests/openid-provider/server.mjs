// A certified OpenID Connect provider (npm oidc-provider) whose sign-in page asks nobody: whoever was named last by POST /person is let in. What it is to
// do comes as JSON in the first argument: clients, as the provider's documentation describes them. A person is { sub, claims, amr, acr }.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const asked = JSON.parse(process.argv[2] ?? '{}');
const people = new Map();
let next;

const read = async request => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
};

const configuration = {
  clients: asked.clients,
  jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  features: { devInteractions: { enabled: false } },
  acrValues: ['high', 'low'],
  scopes: ['openid'],
  claims: { openid: ['sub', 'amr', 'acr', 'auth_time'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id)?.claims }) }),
  loadExistingGrant: async ctx => {
    const { client, session, provider } = ctx.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
};

const http = createServer();
http.listen(asked.port ?? 0, '127.0.0.1', () => {
  const { port } = http.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, configuration);
  const answer = provider.callback();
  http.on('request', async (request, response) => {
    if (request.method === 'POST' && request.url === '/person') {
      next = await read(request);
      people.set(next.sub, next);
      response.end();
    } else if (request.url.startsWith('/interaction/')) {
      await provider.interactionFinished(request, response, next
        ? { login: { accountId: next.sub, amr: next.amr, acr: next.acr } }
        : { error: 'access_denied', error_description: 'Nobody is here.' });
    } else {
      answer(request, response);
    }
  });
  process.stdout.write(JSON.stringify({ port }) + '\n');
});
process.stdin.on('end', () => process.exit(0)).resume(); // The test that started it is gone.
