import { cameraAddress } from './camera-address.js';

const at = (said: string) => cameraAddress(said, 'http://voron.local:7125').href;

describe('where a printer says that its camera is', () => {
  it('is at its usual web port when it names a path', () => {
    expect(at('/webcam/?action=snapshot')).toBe('http://voron.local/webcam/?action=snapshot');
  });

  it('is on its own host, at whatever port', () => {
    expect(at('http://voron.local:8080/?action=snapshot')).toBe('http://voron.local:8080/?action=snapshot');
  });

  it.each(['http://localhost:8080/snap', 'http://127.0.0.1:8080/snap', 'http://[::1]:8080/snap'])(
    'is on its own host when it calls that %s',
    (said) => expect(at(said)).toBe('http://voron.local:8080/snap'),
  );

  it.each([
    'http://192.168.1.1/admin',
    'http://169.254.169.254/latest/meta-data',
    '//router.local/snap',
    'http://voron.local@router.local/snap',
    'file:///etc/passwd',
    'ftp://voron.local/snap',
    'http://',
  ])('is not believed to be %s', (said) => {
    expect(() => at(said)).toThrow(/camera/);
  });
});
