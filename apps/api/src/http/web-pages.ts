const apiPrefixes = ['/api/', '/health/', '/metrics'];

/**
 * The web app is one page with many addresses: an address that is neither the API's nor a file's gives that page.
 * @param url path with query
 * @returns the path that the server should look for
 */
export function pageFor(url: string): string {
  const path = url.split('?')[0] ?? '/';
  if (apiPrefixes.some((prefix) => path.startsWith(prefix))) return url;
  const looksLikeFile = (path.split('/').at(-1) ?? '').includes('.');
  return looksLikeFile ? url : '/index.html';
}
