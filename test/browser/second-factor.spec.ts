import { startHub } from '../support/hub.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import { freePort } from '../support/process.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { firstAdministratorBegins } from './first-admin.scenario.js';
import { passkeysAreKept } from './passkeys.scenario.js';
import { comesByTheTownsOwnSignIn } from './provider-sign-in.scenario.js';
import { staffShowASecondFactor } from './second-factor.scenario.js';
import type { SecureStage } from './secure-stage.js';

describeInBrowser('a second factor in a real browser', () => {
  const stage = {} as SecureStage;

  beforeAll(async () => {
    const port = await freePort();
    // Browsers bind passkeys to a name, never to an IP address.
    stage.url = `http://localhost:${port}`;
    stage.provider = await startIdentityProvider(`${stage.url}/api/v1/auth/oidc/callback`);
    const env = {
      PUBLIC_URL: stage.url,
      STAFF_SECOND_FACTOR: 'required',
      SYSTEM_ADMIN_EMAIL: 'it@town.example',
      OIDC_ISSUER: stage.provider.issuer,
      OIDC_CLIENT_ID: 'digikeskus',
      OIDC_CLIENT_SECRET: 'a-secret-of-the-hub',
      OIDC_NAME: 'Kunnan tunnus',
      OIDC_ROLE_MAP: 'digi-staff=staff@viitasaari',
    };
    [stage.hub, stage.browser] = await Promise.all([startHub({ port, env }), launchChromium()]);
  }, 120_000);

  afterAll(async () => {
    await stage.browser?.close();
    await stage.hub?.remove();
    await stage.provider?.stop();
  }, 60_000);

  staffShowASecondFactor(stage);
  passkeysAreKept(stage);
  firstAdministratorBegins(stage);
  comesByTheTownsOwnSignIn(stage);
});
