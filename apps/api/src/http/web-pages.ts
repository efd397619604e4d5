/** First parts of the addresses that are the API's own. */
const apiParts = ['api', 'health', 'metrics'];

/**
 * The web app is one page with many addresses: an address that is neither the API's nor a file's gives that page.
 * @param url path with query
 * @returns the path that the server should look for
 */
export function pageFor(url: string): string {
  const parts = (url.split('?')[0] ?? '').split('/');
  const looksLikeFile = parts.at(-1)?.includes('.') ?? false;
  // One page of staff's is not the web app's.
  if (parts[1] === 'staff' && parts[2] === 'queues') return url;
  return apiParts.includes(parts[1] ?? '') || looksLikeFile ? url : '/index.html';
}
