import { Injectable } from '@nestjs/common';
import type { Board, Locale } from '#libs/contracts';
import { BoardGroups } from '#libs/booking';
import { PrintingViewService } from '#libs/printing';

/** Puts the kiosk's picture together: what the calendar knows and what the printers do. */
@Injectable()
export class BoardService {
  constructor(
    private readonly groups: BoardGroups,
    private readonly printing: PrintingViewService,
  ) {}

  /**
   * @param hub id or slug
   * @throws Problem `not_found`
   */
  async board(hub: string, locale: Locale): Promise<Board> {
    const { hubId, board } = await this.groups.picture(hub, locale);
    return { ...board, ...(await this.printing.boardPart(hubId, locale)) };
  }
}
