import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  attendanceSchema,
  createInductionSessionSchema,
  idOrSlugSchema,
  idSchema,
  inductionListSchema,
  inductionSessionListSchema,
  inductionSessionSchema,
  seatListSchema,
  type Attendance,
  type CreateInductionSession,
  type InductionSession,
  type SeatList,
} from '#libs/contracts';
import { InductionSessionService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, type Viewer } from '#libs/people';

@ApiTags('inductions')
@ReadsPersons('inductions')
@Controller()
export class InductionSessionsController {
  constructor(private readonly sessions: InductionSessionService) {}

  @Get('hubs/:hub/induction-sessions')
  @Access('public')
  @ApiOkResponse({ standardSchema: inductionSessionListSchema })
  async list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer | undefined,
  ): Promise<z.infer<typeof inductionSessionListSchema>> {
    return { items: await this.sessions.upcoming(hub, viewer), nextCursor: null };
  }

  @Post('hubs/:hub/induction-sessions')
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: inductionSessionSchema })
  create(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: createInductionSessionSchema }) body: CreateInductionSession,
    @CurrentViewer() viewer: Viewer,
  ): Promise<InductionSession> {
    return this.sessions.create(hub, body, viewer);
  }

  @Post('induction-sessions/:id/seat')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: inductionSessionSchema })
  takeSeat(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<InductionSession> {
    return this.sessions.takeSeat(id, viewer);
  }

  @Delete('induction-sessions/:id/seat')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  giveBackSeat(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.sessions.giveBackSeat(id, viewer);
  }

  @Get('induction-sessions/:id/seats')
  @Access('staff')
  @ApiOkResponse({ standardSchema: seatListSchema })
  async seats(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<SeatList> {
    return { items: await this.sessions.seated(id, viewer), nextCursor: null };
  }

  @Post('induction-sessions/:id/attendance')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: inductionListSchema })
  async attend(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: attendanceSchema }) body: Attendance,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof inductionListSchema>> {
    return { items: await this.sessions.attend(id, body, viewer), nextCursor: null };
  }
}
