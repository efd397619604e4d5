import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { PrinterCommand, RejectionCode } from '#libs/contracts';
import { CommandSender, MqttConnection, type FailureDecision, type HandlerFailure } from '#libs/mqtt';
import { Clock, Config, isRefusedForGood } from '#libs/platform';
import type { PrinterAddress } from '../printer/printer.repository.js';
import type { BridgeAddress } from './bridge.repository.js';

/** A message whose handler fails this often is broken itself; the next full snapshot mends what it would have told. */
const maxHandlerTries = 20;
/** One that the database refuses is broken for certain, and must not hold back what is behind it. */
const maxRefusedTries = 3;
const commandLifetimeMs = 60_000;

type BridgeRequest =
  | { type: 'rebirth' | 'reload' }
  | { type: 'examine'; printer: string; id: string }
  | { type: 'photograph'; printer: string; url: string };

/** What became of a command, as far as the bridge has said. */
export interface CommandResult {
  phase: 'done' | 'rejected' | 'failed' | 'unknown' | 'timeout';
  code: RejectionCode | null;
}

/** The server's one connection to the bridges. Handlers are registered before it connects. */
@Injectable()
export class BridgeLink implements OnApplicationBootstrap, OnModuleDestroy {
  readonly connection: MqttConnection;
  private readonly sender: CommandSender;
  private readonly logger = new Logger(BridgeLink.name);

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.connection = new MqttConnection({
      ...config.mqtt,
      // The broker keeps what bridges say while this worker is away.
      clientId: `digikeskus-worker-${hostname()}`,
      clean: false,
      onInvalid: ({ topic, problem }) => this.logger.warn(`${topic}: ${problem}`),
      onHandlerError: (failure) => this.onHandlerError(failure),
      onConnectionError: (error) => this.logger.warn(`MQTT: ${error.message}`),
    });
    this.sender = new CommandSender(this.connection);
  }

  onApplicationBootstrap(): void {
    void this.sender.listen();
    this.connection.connect();
  }

  async onModuleDestroy(): Promise<void> {
    await this.connection.close();
  }

  /** Sends a command and waits for the bridge's last word on it. */
  async send(address: PrinterAddress, command: PrinterCommand, timeoutMs: number): Promise<CommandResult> {
    const answer = await this.sender.send({ ...address }, command, { timeoutMs });
    return { phase: answer.phase, code: answer.phase === 'timeout' ? null : answer.code };
  }

  /** Asks a bridge to tell everything anew. */
  requestRebirth(address: BridgeAddress): Promise<void> {
    return this.command(address, { type: 'rebirth' });
  }

  /** Asks a bridge to read its printers anew. */
  requestReload(address: BridgeAddress): Promise<void> {
    return this.command(address, { type: 'reload' });
  }

  /** Asks a bridge to look at a printer; it answers with a diagnosis of this id. */
  requestExamination({ hub, bridge, printer }: PrinterAddress, id: string): Promise<void> {
    return this.command({ hub, bridge }, { type: 'examine', printer, id });
  }

  /** Asks a bridge to bring a picture of a printer to this address. */
  requestPicture({ hub, bridge, printer }: PrinterAddress, url: string): Promise<void> {
    return this.command({ hub, bridge }, { type: 'photograph', printer, url });
  }

  private async command({ hub, bridge }: BridgeAddress, command: BridgeRequest): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + commandLifetimeMs).toISOString();
    const message = { v: 1 as const, id: randomUUID(), expiresAt, ...command };
    await this.connection.publish('bridgeCommand', { hub, bridge }, message);
  }

  private onHandlerError({ topic, error, attempt }: HandlerFailure): FailureDecision {
    const gaveUp = attempt >= (isRefusedForGood(error) ? maxRefusedTries : maxHandlerTries);
    this.logger[gaveUp ? 'error' : 'warn'](`${topic} try ${attempt}: ${String(error)}`);
    return gaveUp ? 'drop' : 'retry';
  }
}
