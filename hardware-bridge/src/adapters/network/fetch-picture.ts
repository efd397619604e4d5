import { largestPictureBytes } from '#libs/contracts';

/**
 * Fetches one picture, without following where it might be sent on to.
 * @throws Error when it cannot be had or is too large
 */
export async function fetchPicture(address: URL | string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal, redirect: 'error' });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The camera answers ${response.status}`);
  }
  return readPicture(response);
}

/** Reads an answer that is a picture; one that never ends, as a camera's stream, is given up once it is too large. */
export async function readPicture(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > largestPictureBytes) throw new Error(`The picture is larger than ${largestPictureBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
