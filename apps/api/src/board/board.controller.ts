import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { boardSchema, idOrSlugSchema, type Board, type Locale } from '#libs/contracts';
import { Access, RequestLocale } from '#libs/people';
import { BoardService } from './board.service.js';

@ApiTags('kiosk')
@Controller('hubs/:hub/board')
export class BoardController {
  constructor(private readonly boards: BoardService) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ standardSchema: boardSchema })
  show(@Param('hub', { schema: idOrSlugSchema }) hub: string, @RequestLocale() locale: Locale): Promise<Board> {
    return this.boards.board(hub, locale);
  }
}
