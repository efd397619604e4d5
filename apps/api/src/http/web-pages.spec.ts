import { pageFor } from './web-pages.js';

describe('pageFor', () => {
  it.each([
    ['/', '/index.html'],
    ['/viitasaari?lang=sv', '/index.html'],
    ['/staff', '/index.html'],
    ['/staff/queues', '/staff/queues'],
    ['/staff/queues/api/queues?page=1', '/staff/queues/api/queues?page=1'],
    ['/staff/queues-of-old', '/index.html'],
    ['/kiosk/viitasaari', '/index.html'],
    ['/p/printer-1', '/index.html'],
    ['/apiary', '/index.html'],
    ['/assets/app.js', '/assets/app.js'],
    ['/api', '/api'],
    ['/api/v1/me', '/api/v1/me'],
    ['/health/ready', '/health/ready'],
    ['/metrics?x=1', '/metrics?x=1'],
  ])('serves %s from %s', (url, path) => {
    expect(pageFor(url)).toBe(path);
  });
});
