import { randomUUID } from 'node:crypto';
import type { MqttConnection } from '#libs/mqtt';
import type { CommandAck } from '#libs/contracts';
import type { Diagnosis } from './doctor.js';
import type { MachineTemperatures } from './adapters/printer-adapter.js';
import type { StatusContent } from './printer/printer-status.js';

type NumberedTopic = 'printerStatus' | 'printerTemperature' | 'commandAck' | 'printerDiagnosis';

const longestRemark = 500;

/** What a printer says to the server: puts content into envelopes and counts them per topic. */
export class Uplink {
  private readonly lastSeq = new Map<NumberedTopic, number>();
  private readonly params: { readonly hub: string; readonly bridge: string; readonly printer: string };

  constructor(
    private readonly connection: MqttConnection,
    place: { readonly hub: string; readonly bridge: string; readonly printer: string },
    private readonly session: number,
  ) {
    this.params = place;
  }

  /** Snapshots are sent only while connected; a new connection begins with full ones. */
  get connected(): boolean {
    return this.connection.connected;
  }

  async status(content: StatusContent): Promise<void> {
    await this.connection.publish('printerStatus', this.params, { ...this.envelope('printerStatus'), ...content });
  }

  async temperatures(content: MachineTemperatures): Promise<void> {
    const message = { ...this.envelope('printerTemperature'), ...content };
    await this.connection.publish('printerTemperature', this.params, message);
  }

  async ack(content: Pick<CommandAck, 'cmdId' | 'phase' | 'code'>): Promise<void> {
    await this.connection.publish('commandAck', this.params, { ...this.envelope('commandAck'), ...content });
  }

  /** @param cmdId of whoever asked */
  async diagnosis(cmdId: string, found: Omit<Diagnosis, 'slug' | 'adapter'>): Promise<void> {
    const { reach, credentials, read, control, remark } = found;
    const content = { cmdId, reach, credentials, read, control, remark: remark.slice(0, longestRemark) };
    const message = { ...this.envelope('printerDiagnosis'), ...content };
    await this.connection.publish('printerDiagnosis', this.params, message);
  }

  private envelope(topic: NumberedTopic): Pick<CommandAck, 'v' | 'session' | 'seq' | 'ts' | 'id'> {
    const seq = (this.lastSeq.get(topic) ?? 0) + 1;
    this.lastSeq.set(topic, seq);
    return { v: 1, session: this.session, seq, ts: new Date().toISOString(), id: randomUUID() };
  }
}
