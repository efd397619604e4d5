import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { pairedSchema, pairingPendingSchema, pairingSchema, problemSchema, type Paired } from '#libs/contracts';
import { credentialsPath, writeCredentials, type BridgeCredentials } from './credentials.js';

const pauseMs = 3000;

export interface PairingOptions {
  /** Where people reach the hub, `https://hub.example`. */
  readonly server: string;
  readonly dataDir: string;
  readonly name?: string | undefined;
  /** Shows a line to whoever stands at the bridge. */
  readonly show: (line: string) => void;
  /** Between two questions, milliseconds. Default 3,000. */
  readonly pauseMs?: number;
}

/** Reads `pair --server URL [--name NAME]`. @throws Error naming what is missing */
export function readPairArguments(args: readonly string[]): { server: string; name: string | undefined } {
  const options = { server: { type: 'string' }, name: { type: 'string' } } as const;
  const { server, name } = parseArgs({ args: [...args], options }).values;
  if (server === undefined || !URL.canParse(server)) throw new Error('usage: pair --server https://hub.example');
  return { server, name };
}

/**
 * Shows a code and waits until an administrator has entered it, then keeps the credentials that the hub gives.
 * @throws Error when nobody entered the code in time, or the hub refuses
 */
export async function pairBridge(options: PairingOptions): Promise<void> {
  const { server, name, show, dataDir } = options;
  const asked = await post(server, 'devices/pairings', { kind: 'bridge', ...(name !== undefined && { name }) });
  const { pairingId, code, pollToken } = pairingSchema.parse(asked);
  show(`Code: ${code}`);
  show('Enter it on the staff page, under devices. It works for ten minutes.');
  for (;;) {
    const answer = answerSchema.parse(await post(server, `devices/pairings/${pairingId}/claim`, { pollToken }));
    if (answer.status === 'paired') {
      await writeCredentials(dataDir, credentialsOf(server, answer));
      show(`Paired as ${answer.device.hub}/${answer.device.bridge ?? ''}; kept in ${credentialsPath(dataDir)}`);
      return;
    }
    await setTimeout(options.pauseMs ?? pauseMs);
  }
}

const answerSchema = z.discriminatedUnion('status', [pairedSchema, pairingPendingSchema]);

function credentialsOf(server: string, { device, token, broker }: Paired): BridgeCredentials {
  if (device.kind !== 'bridge' || device.bridge === null || token === null || broker === null) {
    throw new Error('The hub paired this as something else than a bridge');
  }
  return { server, device: { ...device, kind: 'bridge', bridge: device.bridge }, token, broker };
}

async function post(server: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(new URL(`/api/v1/${path}`, server), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const problem = problemSchema.safeParse(answer);
  throw new Error(problem.success ? problem.data.detail : `${server} answered ${response.status}`);
}
