import type { WebSocket } from 'ws';

/** Ends a connection whose other end was switched off: it says no goodbye, it only answers no more. */
export function closeOnSilence(socket: WebSocket, silenceMs: number): void {
  let heard = true;
  const hear = (): void => void (heard = true);
  socket.on('message', hear);
  socket.on('pong', hear);
  const heartbeat = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    socket.ping();
  }, silenceMs);
  socket.once('close', () => clearInterval(heartbeat));
}
