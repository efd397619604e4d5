import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  blockPersonSchema,
  editNoteSchema,
  idSchema,
  noteSchema,
  peopleQuerySchema,
  personAgeSchema,
  personBlockedSchema,
  personListSchema,
  personSchema,
  writeNoteSchema,
  type BlockPerson,
  type EditNote,
  type Locale,
  type Note,
  type PeopleQuery,
  type Person,
  type PersonAge,
  type PersonBlocked,
  type WriteNote,
} from '#libs/contracts';
import {
  Access,
  BlockService,
  CurrentViewer,
  NoteService,
  PersonAgeService,
  ReadsPersons,
  RequestLocale,
  type Viewer,
} from '#libs/people';
import { PersonReads } from './person-reads.service.js';

@ApiTags('people')
@ReadsPersons('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly reads: PersonReads,
    private readonly ages: PersonAgeService,
    private readonly blocks: BlockService,
    private readonly notes: NoteService,
  ) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: personListSchema })
  search(
    @Query({ schema: peopleQuerySchema }) query: PeopleQuery,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof personListSchema>> {
    return this.reads.search(query, viewer);
  }

  @Get(':id')
  @Access('staff')
  @ApiOkResponse({ standardSchema: personSchema })
  open(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Person> {
    return this.reads.open(id, { viewer, locale });
  }

  @Put(':id/age')
  @Access('staff')
  @ApiOkResponse({ standardSchema: personAgeSchema })
  setAge(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: personAgeSchema }) body: PersonAge,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PersonAge> {
    return this.ages.write(id, body, viewer);
  }

  @Post(':id/blocks')
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: personBlockedSchema })
  block(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: blockPersonSchema }) body: BlockPerson,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PersonBlocked> {
    return this.reads.block(id, body, { viewer, locale });
  }

  @Delete(':id/blocks/:block')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  unblock(
    @Param('id', { schema: idSchema }) id: string,
    @Param('block', { schema: idSchema }) block: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.blocks.lift(id, block, viewer);
  }

  @Post(':id/notes')
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: noteSchema })
  addNote(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: writeNoteSchema }) body: WriteNote,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Note> {
    return this.notes.add(id, body, viewer);
  }

  @Patch(':id/notes/:note')
  @Access('staff')
  @ApiOkResponse({ standardSchema: noteSchema })
  editNote(
    @Param('id', { schema: idSchema }) accountId: string,
    @Param('note', { schema: idSchema }) id: string,
    @Body({ schema: editNoteSchema }) { text }: EditNote,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Note> {
    return this.notes.edit({ accountId, id }, text, viewer);
  }

  @Delete(':id/notes/:note')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  removeNote(
    @Param('id', { schema: idSchema }) accountId: string,
    @Param('note', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.notes.remove({ accountId, id }, viewer);
  }
}
