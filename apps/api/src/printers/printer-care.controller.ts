import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  careDoneSchema,
  idOrSlugSchema,
  idSchema,
  newCareTaskSchema,
  printerCareSchema,
  type CareDone,
  type Locale,
  type NewCareTask,
  type PrinterCare,
} from '#libs/contracts';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';
import { PrinterCareService } from '#libs/printing';

/** What a printer has worked, what keeps it in good order, and who did that when. */
@ApiTags('printers')
@ReadsPersons('people')
@Controller('printers/:id/care')
export class PrinterCareController {
  constructor(private readonly care: PrinterCareService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: printerCareSchema })
  show(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<PrinterCare> {
    return this.care.show(viewer, id);
  }

  @Post('tasks')
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: z.object({ id: idSchema }) })
  add(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Body({ schema: newCareTaskSchema }) body: NewCareTask,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ id: string }> {
    return this.care.addTask(viewer, id, body);
  }

  @Post('tasks/:task/done')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  async done(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Param('task', { schema: idSchema }) taskId: string,
    @Body({ schema: careDoneSchema }) { note }: CareDone,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    await this.care.noteDone({ viewer, locale }, id, { taskId, note: note ?? null });
  }

  @Delete('tasks/:task')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  retire(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Param('task', { schema: idSchema }) taskId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.care.retireTask(viewer, id, taskId);
  }
}
