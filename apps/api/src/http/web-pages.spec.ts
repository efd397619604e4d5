import { pageFor } from './web-pages.js';

describe('pageFor', () => {
  it.each([
    ['/', '/index.html'],
    ['/viitasaari?lang=sv', '/index.html'],
    ['/p/printer-1', '/index.html'],
    ['/assets/app.js', '/assets/app.js'],
    ['/api/v1/me', '/api/v1/me'],
    ['/health/ready', '/health/ready'],
    ['/metrics', '/metrics'],
  ])('serves %s from %s', (url, path) => {
    expect(pageFor(url)).toBe(path);
  });
});
