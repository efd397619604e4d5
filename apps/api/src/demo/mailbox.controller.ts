import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { demoMailSchema } from '#libs/contracts';
import { Access } from '#libs/people';
import { Config, Database, Problem } from '#libs/platform';

const newestMails = 20;
const mailboxQuerySchema = z.object({ to: z.string().min(1).max(254).toLowerCase() });

/** The mails of the demo hub, where nobody has a real address. Not there unless DEMO=true and no SMTP_URL. */
@ApiTags('demo')
@Controller('demo/mailbox')
export class MailboxController {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ standardSchema: z.array(demoMailSchema) })
  async list(@Query({ schema: mailboxQuerySchema }) query: { to: string }): Promise<z.infer<typeof demoMailSchema>[]> {
    if (!this.config.demo || this.config.smtpUrl !== undefined) throw new Problem('not_found');
    return this.database.query(
      `SELECT recipient AS "to", subject, text, sent_at AS "sentAt" FROM demo_mail
       WHERE recipient = $1 ORDER BY sent_at DESC, id DESC LIMIT $2`,
      [query.to, newestMails],
    );
  }
}
