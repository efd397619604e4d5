import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  impactSchema,
  outOfOrderSchema,
  type Impact,
  type Locale,
  type OutOfOrder,
} from '#libs/contracts';
import { OutOfOrderService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';

/** What is on a printer that is put out of order goes on until staff cancel it; nothing new is started. */
@ApiTags('printers')
@ReadsPersons('bookings')
@Controller('printers/:id')
export class PrinterOrderController {
  constructor(private readonly things: OutOfOrderService) {}

  @Post('out-of-order/preview')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: impactSchema })
  async preview(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Body({ schema: outOfOrderSchema }) body: OutOfOrder,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Impact> {
    const printer = await this.things.findPrinter(id, viewer);
    return this.things.putOut(printer, body, { asking: { viewer, locale }, isPreview: true });
  }

  @Post('out-of-order')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: impactSchema })
  async putOut(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Body({ schema: outOfOrderSchema }) body: OutOfOrder,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Impact> {
    const printer = await this.things.findPrinter(id, viewer);
    return this.things.putOut(printer, body, { asking: { viewer, locale }, isPreview: false });
  }

  @Post('in-order')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  async putIn(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    await this.things.putIn(await this.things.findPrinter(id, viewer), { viewer, locale });
  }
}
