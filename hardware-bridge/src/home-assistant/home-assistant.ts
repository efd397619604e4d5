import type { BridgeInfo } from '#libs/contracts';
import { discoveryTopic, type DiscoveredPrinter, type MqttConnection } from '#libs/mqtt';
import type { BridgeStore } from '../store/bridge-store.js';
import { describePrinter } from './describe-printer.js';

const key = 'home-assistant!told';

/** Tells Home Assistant of the printers, and takes back what it was told of those that have gone. */
export class HomeAssistant {
  constructor(
    private readonly connection: Pick<MqttConnection, 'publishForeign'>,
    private readonly place: Omit<DiscoveredPrinter, 'printer'>,
    private readonly store: BridgeStore,
  ) {}

  /**
   * Makes what Home Assistant knows be this. What it was told stays with the broker, also when the bridge is away, so
   * the names are written down before: else nobody could take back what a killed bridge has told.
   * @param wanted false takes everything back; undefined leaves it as it was
   */
  async announce(printers: BridgeInfo['printers'], wanted: boolean | undefined): Promise<void> {
    const told = (await this.store.get<string[]>(key)) ?? [];
    const shown = (wanted ?? told.length > 0) ? printers : [];
    if (told.length === 0 && shown.length === 0) return;
    const names = shown.map(({ slug }) => slug);
    await this.note([...new Set([...told, ...names])]);
    for (const printer of told.filter((slug) => !names.includes(slug))) {
      await this.connection.publishForeign(discoveryTopic({ ...this.place, printer }), null);
    }
    for (const printer of shown) {
      const topic = discoveryTopic({ ...this.place, printer: printer.slug });
      await this.connection.publishForeign(topic, describePrinter(printer, this.place));
    }
    await this.note(names);
  }

  private note(names: readonly string[]): Promise<void> {
    return this.store.write([{ type: 'put', key, value: names }]);
  }
}
