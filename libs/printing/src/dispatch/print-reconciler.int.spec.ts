import { Logger } from '@nestjs/common';
import { queues, type QueueName } from '#libs/contracts';
import { JobQueues } from '#libs/platform';
import { backends } from '../../../../test/support/backends.js';
import { emptyRedis } from '../../../../test/support/empty-redis.js';
import { eventually } from '../../../../test/support/eventually.js';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrintCancelService } from '../job/print-cancel.service.js';
import { PrintReconciler } from './print-reconciler.js';

const queueNames = Object.keys(queues) as QueueName[];

describe.each(backends())('a queue on $name', ({ redisUrl }) => {
  let fixture: PrintingFixture;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
    fixture = await PrintingFixture.create({ printers: ['printer-1', 'printer-2', 'printer-3'], worker: { redisUrl } });
  });
  afterAll(() => fixture.close());

  const eachQueue = (work: (queue: ReturnType<JobQueues['queue']>) => Promise<unknown>) =>
    Promise.all(queueNames.map((name) => work(fixture.get(JobQueues).queue(name))));

  const forgetEverything = async () => {
    if (redisUrl === undefined) await eachQueue((queue) => queue.obliterate({ force: true }));
    else await emptyRedis(redisUrl);
  };

  const isCarried = async () => {
    const [row] = await fixture.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM outbox`);
    return row?.count === 0;
  };

  const sentFor = (printJobId: string) =>
    fixture.link.sent.flatMap(({ command }) =>
      'jobId' in command && command.jobId === printJobId ? [command.type] : [],
    );

  it('may lose its memory: every job that it carried is taken up again', async () => {
    await eachQueue((queue) => queue.pause());
    const owner = await fixture.aPerson();
    const analysing = await fixture.aPrintJob({ status: 'analysing' });
    const cancelling = await fixture.aPrintingJob({ owner, printer: 'printer-1' });
    await fixture.get(PrintCancelService).cancel(owner, cancelling);
    const dispatching = await fixture.aDispatchedJob({ printer: 'printer-2' });
    const queued = await fixture.aPrintJob({ printer: 'printer-3' });
    await eventually('the queue has every job', isCarried);
    await forgetEverything();
    await eachQueue((queue) => queue.resume());

    fixture.clock.advance(2.5);
    await fixture.get(PrintReconciler).reconcile();

    await eventually('the file is analysed', () => fixture.analysed.length > 0);
    await eventually('the start is sent', () => sentFor(dispatching).includes('start'));
    await eventually('the cancel is sent', () => sentFor(cancelling).includes('cancel'));
    await eventually('the queued job is planned and started', () => sentFor(queued).includes('start'));
    expect(fixture.analysed).toContain(analysing);
  });
});

describe('the reconciler', () => {
  let fixture: PrintingFixture;
  beforeAll(async () => {
    fixture = await PrintingFixture.create();
  });
  afterAll(() => fixture.close());
  beforeEach(() => fixture.reset());

  it('leaves alone what has only just begun', async () => {
    const owner = await fixture.aPerson();
    await fixture.aPrintJob({ status: 'analysing' });
    await fixture.aDispatchedJob();
    await fixture.get(PrintCancelService).cancel(owner, await fixture.aPrintingJob({ owner, printer: 'printer-2' }));
    await fixture.database.query(`DELETE FROM outbox`);
    fixture.clock.advance(0.4);
    await fixture.get(PrintReconciler).reconcile();
    expect(await fixture.database.query(`SELECT job_name FROM outbox`)).toEqual([]);
  });

  it('does not tell a cancel to a bridge that is away', async () => {
    const owner = await fixture.aPerson();
    await fixture.get(PrintCancelService).cancel(owner, await fixture.aPrintingJob({ owner }));
    await fixture.database.query(`DELETE FROM outbox`);
    await fixture.database.query(`UPDATE bridge SET online = false`);
    fixture.clock.advance(1);
    await fixture.get(PrintReconciler).reconcile();
    expect(await fixture.takeJobs('printer.command')).toEqual([]);
    await fixture.database.query(`UPDATE bridge SET online = true`);
    await fixture.get(PrintReconciler).reconcile();
    expect(await fixture.takeJobs('printer.command')).toHaveLength(1);
  });
});
