import { printerStates, type BridgeInfo } from '#libs/contracts';
import { formatTopic, type DiscoveredPrinter } from '#libs/mqtt';
import { bridgeVersion } from '../version.js';

/** The print that is shown, whoever sent it. */
const run = '{% set run = value_json.job or value_json.localRun %}';

/**
 * A printer in Home Assistant's words: one device with what there is to be seen of it, read from the very topics that
 * the server reads. There is nothing to command: that is the server's alone.
 * @see https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload
 */
export function describePrinter(
  { slug, model, capabilities }: BridgeInfo['printers'][number],
  place: Omit<DiscoveredPrinter, 'printer'>,
): object {
  const status = formatTopic('printerStatus', { ...place, printer: slug });
  const warmth = formatTopic('printerTemperature', { ...place, printer: slug });
  const id = `digikeskus_${place.hub}_${place.bridge}_${slug}`;
  const sensor = (name: string, fields: object): object => ({
    [name]: { platform: 'sensor', unique_id: `${id}_${name}`, ...fields },
  });
  const degrees = { device_class: 'temperature', unit_of_measurement: '°C', state_class: 'measurement' };
  return {
    device: { identifiers: [id], name: slug, model },
    origin: { name: 'Digikeskus', sw_version: bridgeVersion },
    availability: [
      {
        topic: formatTopic('bridgeState', place),
        value_template: "{{ 'online' if value_json.state == 'online' else 'offline' }}",
      },
    ],
    components: {
      ...sensor('state', {
        name: 'Tila',
        device_class: 'enum',
        options: printerStates,
        state_topic: status,
        value_template: '{{ value_json.state }}',
      }),
      ...sensor('progress', {
        name: 'Valmiina',
        icon: 'mdi:printer-3d-nozzle',
        unit_of_measurement: '%',
        state_topic: status,
        value_template: `${run}{{ (run.progress * 100) | round if run else None }}`,
      }),
      ...sensor('time_left', {
        name: 'Jäljellä',
        device_class: 'duration',
        unit_of_measurement: 's',
        state_topic: status,
        value_template: `${run}{{ run.etaSeconds if run else None }}`,
      }),
      ...(capabilities.temperatures && {
        ...sensor('nozzle', {
          name: 'Suutin',
          ...degrees,
          state_topic: warmth,
          value_template: '{{ value_json.nozzle }}',
        }),
        ...sensor('bed', { name: 'Alusta', ...degrees, state_topic: warmth, value_template: '{{ value_json.bed }}' }),
      }),
    },
  };
}
