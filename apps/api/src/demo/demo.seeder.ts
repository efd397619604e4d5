import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, Database } from '#libs/platform';
import { seedDemoAccounts } from './demo-accounts.js';
import { demoHubSlug, seedDemoHub } from './demo-hub.js';
import { seedDemoPrinters } from './demo-printers.js';
import { seedDemoSpools } from './demo-spools.js';

/** Fills an empty database with the demo hub when DEMO=true; what is there already stays as it is. */
@Injectable()
export class DemoSeeder implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demo) return;
    await this.database.transaction(async (tx) => {
      await seedDemoHub(tx);
      await seedDemoPrinters(tx, demoHubSlug);
      await seedDemoSpools(tx, demoHubSlug);
      await seedDemoAccounts(tx, demoHubSlug);
    });
  }
}
