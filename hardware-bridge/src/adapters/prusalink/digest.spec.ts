import { answerChallenge, readChallenge } from './digest.js';

describe('the proof of a password', () => {
  // RFC 7616, section 3.9.1.
  const header =
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, ' +
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
  const account = { username: 'Mufasa', password: 'Circle of Life' };
  const request = {
    method: 'GET',
    uri: '/dir/index.html',
    count: 1,
    cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  };

  it('is the one that the standard gives as its example', () => {
    const challenge = readChallenge(header);
    expect(challenge).toMatchObject({ realm: 'http-auth@example.org', qop: true });
    expect(challenge && answerChallenge(challenge, account, request)).toContain(
      'response="8ca523f5e9506fed4657c9700eebdbec"',
    );
  });

  it('does without a quality of protection where none is offered', () => {
    const challenge = readChallenge('Digest realm="Printer API", nonce="abc"');
    const answer = challenge && answerChallenge(challenge, account, request);
    expect(answer).toContain('realm="Printer API"');
    expect(answer).not.toContain('qop');
  });

  it.each([null, 'Basic realm="x"', 'Digest realm="x"', 'Digest realm="x", nonce="y", algorithm=SHA-256'])(
    'is not given to %s',
    (other) => {
      expect(readChallenge(other)).toBeNull();
    },
  );
});
