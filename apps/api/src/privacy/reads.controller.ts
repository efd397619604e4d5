import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { listOf, personalDataReadSchema, type PersonalDataRead } from '#libs/contracts';
import { Access, CurrentViewer, ReadLogService, type Viewer } from '#libs/people';

/** Who has looked at one's data. */
@ApiTags('privacy')
@Controller('me/reads')
export class ReadsController {
  constructor(private readonly log: ReadLogService) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: listOf(personalDataReadSchema) })
  async list(@CurrentViewer() viewer: Viewer): Promise<{ items: PersonalDataRead[]; nextCursor: null }> {
    return { items: await this.log.list(viewer), nextCursor: null };
  }
}
