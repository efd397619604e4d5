import type { Browser } from 'playwright-core';
import { startHub, type TestHub } from '../support/hub.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { camerasAreLookedAt } from './camera.scenario.js';
import { everyQuestionIsAccessible } from './dialogs.scenario.js';
import { screensArePaired } from './devices.scenario.js';
import { everyPageIsAccessible } from './every-page.scenario.js';
import { peopleComeAndUse } from './here.scenario.js';
import { guardiansConsent } from './guardian.scenario.js';
import { theHubIsSetUp } from './hub-setup.scenario.js';
import { staffAreTold } from './notifications.scenario.js';
import { everyLanguageIsSpoken } from './languages.scenario.js';
import { kioskRunsForWeeks } from './kiosk-memory.scenario.js';
import { kioskTellsItsAge } from './kiosk.scenario.js';
import { todayIsOnTheBoard } from './programme.scenario.js';
import { filesAreReplaced } from './other-file.scenario.js';
import { printingIsLookedAfter } from './printing-desk.scenario.js';
import { theQueueIsReordered } from './queue.scenario.js';
import { printFromSofaToShelf } from './print.scenario.js';
import { bookAndCancel } from './booking.scenario.js';
import { pagesStandStill } from './still-pages.scenario.js';
import { signingInIsPlain } from './sign-in.scenario.js';
import { theAppOpensOffline } from './offline.scenario.js';
import { staffClose } from './closing.scenario.js';
import { theRecordIsRead } from './record.scenario.js';
import { rulesAreSet } from './rules.scenario.js';
import { seriesAreMade } from './series.scenario.js';
import { staffPlan } from './plan.scenario.js';
import { timesAreFound } from './times.scenario.js';
import { ownDataLeave } from './own-data.scenario.js';
import { staffKnowPeople } from './person-file.scenario.js';
import { bookingsHaveALife } from './booking-life.scenario.js';

export interface Stage {
  hub: TestHub;
  browser: Browser;
}

// One hub and one browser for all: on a small machine starting them is most of the time.
describeInBrowser('the web app in a real browser', () => {
  const stage = {} as Stage;

  beforeAll(async () => {
    [stage.hub, stage.browser] = await Promise.all([
      startHub({ env: { VIRTUAL_PRINTER_SPEED: '60' } }),
      launchChromium(),
    ]);
  }, 120_000);

  afterAll(async () => {
    await stage.browser?.close();
    await stage.hub?.remove();
  }, 60_000);

  bookAndCancel(stage);
  printFromSofaToShelf(stage);
  everyLanguageIsSpoken(stage);
  camerasAreLookedAt(stage);
  filesAreReplaced(stage);
  theQueueIsReordered(stage);
  everyQuestionIsAccessible(stage);
  everyPageIsAccessible(stage);
  screensArePaired(stage);
  signingInIsPlain(stage);
  theAppOpensOffline(stage);
  ownDataLeave(stage);
  guardiansConsent(stage);
  staffKnowPeople(stage);
  printingIsLookedAfter(stage);
  timesAreFound(stage);
  staffPlan(stage);
  staffClose(stage);
  rulesAreSet(stage);
  staffAreTold(stage);
  theRecordIsRead(stage);
  seriesAreMade(stage);
  theHubIsSetUp(stage);
  pagesStandStill(stage);
  kioskTellsItsAge(stage);
  // Last: it opens the hub around the clock.
  bookingsHaveALife(stage);
  peopleComeAndUse(stage);
  todayIsOnTheBoard(stage);
  kioskRunsForWeeks(stage);
});
