// The standalone hub's broker in a process of its own, so that it is measured apart. Says its address.
import { makeBrokerVerifier } from '../../dist/libs/platform/src/crypto/broker-verifier.js';
import { startEmbeddedBroker } from '../../dist/apps/standalone/src/embedded/broker.js';

const [server, bridge] = process.argv.slice(2).map((text) => JSON.parse(text));
const verifier = makeBrokerVerifier(bridge.password);
const { url } = await startEmbeddedBroker({
  server,
  verifierOf: async (username) => (username === bridge.username ? verifier : undefined),
});
process.send(url);
