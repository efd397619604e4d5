import type { Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Clock, Database, FixedClock, PlatformModule } from '#libs/platform';
import { peopleEntities, PeopleModule } from '#libs/people';
import { createTestDatabase, type TestDatabase } from './database.js';
import { testConfig } from './test-config.js';

/** The people library over a database of its own, at a time that the test sets. */
export class PeopleFixture {
  readonly database: Database;

  private constructor(
    readonly clock: FixedClock,
    private readonly testDatabase: TestDatabase,
    private readonly testing: TestingModule,
  ) {
    this.database = testing.get(Database, { strict: false });
  }

  static async create(now = '2026-11-21T10:00:00Z', env: Record<string, string> = {}): Promise<PeopleFixture> {
    const clock = new FixedClock(new Date(now));
    const testDatabase = await createTestDatabase();
    const config = testConfig({ DATABASE_URL: testDatabase.url, ...env });
    const testing = await Test.createTestingModule({
      imports: [PlatformModule.forRoot(config, peopleEntities), PeopleModule],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    return new PeopleFixture(clock, testDatabase, testing);
  }

  get<T>(type: Type<T>): T {
    return this.testing.get(type, { strict: false });
  }

  async close(): Promise<void> {
    await this.testing.close();
    await this.testDatabase.drop();
  }
}
