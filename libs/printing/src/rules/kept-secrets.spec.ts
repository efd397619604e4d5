import { secretsOf } from './kept-secrets.js';

const octoprint = { adapter: 'octoprint', url: 'http://ender.local' } as const;
const prusa = { adapter: 'prusalink', url: 'http://mk4.local' } as const;
const known = { settings: octoprint, secrets: { apiKey: 'old' } };

describe('the secrets of a printer', () => {
  it('stay when none are given and the printer is where it was', () => {
    expect(secretsOf(known, octoprint, undefined)).toEqual({ apiKey: 'old' });
    expect(secretsOf(known, { ...octoprint, url: 'http://ender.local/' }, {})).toEqual({ apiKey: 'old' });
  });

  it('are never sent to another address, or to another kind of printer', () => {
    expect(secretsOf(known, { ...octoprint, url: 'http://elsewhere.example' }, undefined)).toBe('needed');
    expect(secretsOf(known, { ...octoprint, url: 'http://ender.local:8080' }, undefined)).toBe('needed');
    expect(secretsOf(known, { adapter: 'moonraker', url: octoprint.url }, undefined)).toBeNull();
  });

  it('are replaced by those that are given', () => {
    expect(secretsOf(known, octoprint, { apiKey: 'new' })).toEqual({ apiKey: 'new' });
  });

  it('are needed by a printer that lets nobody in without', () => {
    expect(secretsOf(undefined, octoprint, undefined)).toBe('needed');
    expect(secretsOf(undefined, octoprint, { password: 'no key' })).toBe('needed');
    expect(secretsOf(undefined, prusa, {})).toBe('needed');
  });

  it('of a Bambu are its access code, and stay only for the same machine at the same address', () => {
    const bambu = { adapter: 'bambu', host: 'p1s.local', serial: '01P00A123456789' } as const;
    const code = { settings: bambu, secrets: { accessCode: '12345678' } };
    expect(secretsOf(undefined, bambu, { password: 'p' })).toBe('needed');
    expect(secretsOf(code, bambu, undefined)).toEqual({ accessCode: '12345678' });
    expect(secretsOf(code, { ...bambu, host: 'elsewhere.example' }, undefined)).toBe('needed');
    expect(secretsOf(code, { ...bambu, serial: '01P00A999999999' }, undefined)).toBe('needed');
  });

  it('are one of a Prusa’s two, and none of a printer that wants none', () => {
    expect(secretsOf(undefined, prusa, { password: 'p' })).toEqual({ password: 'p' });
    expect(secretsOf(undefined, prusa, { password: 'p', apiKey: 'k' })).toEqual({ apiKey: 'k' });
    expect(secretsOf(undefined, { adapter: 'moonraker', url: 'http://voron.local' }, undefined)).toBeNull();
    expect(secretsOf(undefined, { adapter: 'virtual' }, { apiKey: 'k' })).toBeNull();
  });
});
