import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** Tells the relay of this process that a commit left jobs in the outbox, so that they need not wait for its round. */
@Injectable()
export class OutboxSignal extends EventEmitter<{ wake: [] }> {
  wake(): void {
    this.emit('wake');
  }
}
