const groupsOfNetwork = 4;
const groupsOfAddress = 8;

/**
 * What counts as one client: an IPv4 address, or an IPv6 network of 64 bits, which is what a single home gets and whose
 * addresses cost nothing to change.
 * @param address as the socket or a trusted proxy gives it, perhaps with a zone
 */
export function clientOf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = [], tail = []] = plain.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const gap = plain.includes('::') ? groupsOfAddress - head.length - tail.length : 0;
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  const network = groups.slice(0, groupsOfNetwork).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
