const hidden = '***';
/** The password of an address, `postgres://user:password@host`, up to the last `@` in front of a slash or space. */
const passwordInAddress = /([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s/]*@/gi;
/** What stands for a person or a device: session cookies, keys of devices, tokens in the addresses of feeds and files. */
const bearers = [
  /((?:__Host-)?(?:session|device)=)[\w-]+/g,
  /(bearer\s+)\S+/gi,
  /([?&](?:token|signature|code|state)=)[^&\s"]+/g,
  /(\/(?:guardian-consents|consent)\/)[\w-]{43}/g,
];

/**
 * A text for the log without what opens a door.
 * @param secrets values that must not appear, whatever is around them
 */
export function hideSecrets(text: string, secrets: readonly string[] = []): string {
  const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
  const anonymous = known.replace(passwordInAddress, `$1${hidden}@`);
  return bearers.reduce((rest, pattern) => rest.replace(pattern, `$1${hidden}`), anonymous);
}
