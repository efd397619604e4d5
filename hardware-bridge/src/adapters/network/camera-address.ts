import { NoCamera } from '../printer-adapter.js';

const own = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0'];

/**
 * Where a printer says its pictures are, as far as we believe it. What a printer says may send us to its own host, on
 * any port, and nowhere else: other addresses in the hub's network are its people's to name.
 * @param said an address, or a path at the printer's usual web port
 * @param printerUrl where the printer itself answers
 * @throws NoCamera
 */
export function cameraAddress(said: string, printerUrl: string): URL {
  const { protocol, hostname } = new URL(printerUrl);
  let address: URL;
  try {
    address = new URL(said, `${protocol}//${hostname}`);
  } catch (error) {
    throw new NoCamera(`Its camera is at no address: ${said}`, { cause: error });
  }
  if (!/^https?:$/.test(address.protocol)) throw new NoCamera(`Its camera speaks ${address.protocol}`);
  // A printer calls its own computer so.
  if (own.includes(address.hostname)) address.hostname = hostname;
  if (address.hostname !== hostname) throw new NoCamera(`Its camera is at another host, ${address.hostname}`);
  address.username = '';
  address.password = '';
  return address;
}
