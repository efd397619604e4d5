import { Module } from '@nestjs/common';
import { BlockRepository } from './block.repository.js';
import { BlockedPeople } from './blocked-people.js';

/** For whoever has to ask whether somebody is blocked, and needs nothing else of people. */
@Module({ providers: [BlockRepository, BlockedPeople], exports: [BlockRepository, BlockedPeople] })
export class BlocksModule {}
