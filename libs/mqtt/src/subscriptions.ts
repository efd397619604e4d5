import type { MqttClient } from 'mqtt';

/** The return code of SUBACK for a refused subscription: MQTT 3.1.1, section 3.9.3. */
const refusal = 0x80;

interface Waiter {
  resolve(): void;
  reject(error: Error): void;
}

interface Subscription {
  readonly qos: 0 | 1;
  readonly waiters: Waiter[];
}

/**
 * What we are subscribed to, renewed at every connection: a broker that lost its sessions, or never kept them, does
 * not leave us deaf, and retained snapshots come again.
 */
export class Subscriptions {
  private readonly byFilter = new Map<string, Subscription>();

  constructor(private readonly onRefused: (error: Error) => void) {}

  /** Resolves when granted, now or at a later connection; rejects when the broker refuses, or at {@link abandon}. */
  add(filter: string, qos: 0 | 1, client: MqttClient | null): Promise<void> {
    const subscription = this.byFilter.get(filter) ?? { qos, waiters: [] };
    this.byFilter.set(filter, subscription);
    const granted = new Promise<void>((resolve, reject) => subscription.waiters.push({ resolve, reject }));
    // Whoever does not wait for the grant hears of a refusal by onRefused, and of the end not at all.
    granted.catch(() => undefined);
    if (client) this.request(client, filter, subscription);
    return granted;
  }

  restore(client: MqttClient): void {
    for (const [filter, subscription] of this.byFilter) this.request(client, filter, subscription);
  }

  abandon(): void {
    for (const { waiters } of this.byFilter.values()) {
      for (const waiter of waiters.splice(0)) waiter.reject(new Error('The MQTT connection was closed'));
    }
  }

  private request(client: MqttClient, filter: string, { qos, waiters }: Subscription): void {
    client.subscribe(filter, { qos }, (error, _requested, answer) => {
      const refused = answer?.granted.some((code) => code === refusal) ?? false;
      if (refused) {
        const fault = new Error(`The broker refuses the subscription to ${filter}`);
        this.onRefused(fault);
        for (const waiter of waiters.splice(0)) waiter.reject(fault);
      } else if (!error) {
        for (const waiter of waiters.splice(0)) waiter.resolve();
      }
      // Any other error is a lost connection: the next one asks again.
    });
  }
}
