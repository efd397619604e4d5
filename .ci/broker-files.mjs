// Accounts for the broker of a test run, in the worker's own words: node .ci/broker-files.mjs FOLDER (after the build).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessList } from '../dist/libs/mqtt/src/index.js';
import { makeBrokerVerifier } from '../dist/libs/platform/src/crypto/broker-verifier.js';

const [folder] = process.argv.slice(2);
const { TEST_MQTT_USERNAME, TEST_MQTT_PASSWORD, TEST_BRIDGE_USERNAME, TEST_BRIDGE_PASSWORD } = process.env;
const accounts = [
  [TEST_MQTT_USERNAME, TEST_MQTT_PASSWORD],
  [TEST_BRIDGE_USERNAME, TEST_BRIDGE_PASSWORD],
];
const lines = accounts.map(([username, password]) => `${username}:${makeBrokerVerifier(password)}\n`);
writeFileSync(join(folder, 'passwords'), lines.join(''), { mode: 0o600 });
writeFileSync(join(folder, 'acl'), accessList(TEST_MQTT_USERNAME, [TEST_BRIDGE_USERNAME]), { mode: 0o600 });
