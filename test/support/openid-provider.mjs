// A real OpenID provider for tests, on a free port of the loopback address. Its first line of output is its address.
// It knows whom it was told of by `PUT /people/SUBJECT`, with the claims as JSON. Takes REDIRECT_URI.
import { Provider } from 'oidc-provider';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const port = Number(process.env.PORT ?? 0);
const server = createServer();
await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

/** @type {Map<string, object>} */
const people = new Map();

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'digikeskus',
      client_secret: 'a-secret-of-the-hub',
      redirect_uris: [process.env.REDIRECT_URI],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  pkce: { required: () => true },
  cookies: { keys: ['a-key-of-the-provider'] },
  findAccount: (_context, accountId) => ({ accountId, claims: () => ({ ...people.get(accountId), sub: accountId }) }),
});
const serve = provider.callback();
server.on('request', (request, response) => {
  const [, subject] = /^\/people\/(.+)$/.exec(request.url) ?? [];
  if (subject === undefined) return void serve(request, response);
  void json(request).then((claims) => {
    people.set(decodeURIComponent(subject), claims);
    response.writeHead(204).end();
  });
});
process.stdout.write(`${issuer}\n`);
