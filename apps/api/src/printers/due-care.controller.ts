import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { dueCareSchema, idOrSlugSchema, type DueCare, type Locale } from '#libs/contracts';
import { Access, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';
import { PrinterCareService } from '#libs/printing';

/** What a shift finds due at the printers. */
@ApiTags('printers')
@Controller('hubs/:hub/due-care')
export class DueCareController {
  constructor(private readonly care: PrinterCareService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: dueCareSchema })
  async show(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<DueCare> {
    return { items: await this.care.due(hub, { viewer, locale }), nextCursor: null };
  }
}
