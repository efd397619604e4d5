import { WebSocket } from 'ws';
import type { z } from 'zod';
import { closeOnSilence } from '../network/close-on-silence.js';
import { messageSchema } from './octoprint-messages.js';

/**
 * Listens to what OctoPrint pushes until the connection is lost, by either side.
 * @param proof what signing in has given
 * @throws Error why it was lost
 */
export async function listenToOctoPrint(
  url: string,
  {
    proof,
    silenceMs,
    signal,
    onMessage,
  }: {
    proof: string;
    silenceMs: number;
    signal: AbortSignal;
    onMessage: (message: z.infer<typeof messageSchema>) => void;
  },
): Promise<void> {
  const socket = new WebSocket(url, { handshakeTimeout: silenceMs });
  const stop = (): void => socket.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<never>((_, reject) => {
      socket.once('open', () => {
        closeOnSilence(socket, silenceMs);
        socket.send(JSON.stringify({ auth: proof }));
      });
      socket.on('message', (data) => {
        try {
          const message = messageSchema.parse(JSON.parse((data as Buffer).toString('utf8')));
          // The session we signed in with has ended: a new one is needed.
          if ('reauthRequired' in message) socket.terminate();
          else onMessage(message);
        } catch (error) {
          reject(error);
          socket.terminate();
        }
      });
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('OctoPrint has hung up')));
      if (signal.aborted) stop();
    });
  } finally {
    signal.removeEventListener('abort', stop);
    socket.terminate();
  }
}
