import { storageSetting } from './storage-settings.js';

const read = (url: string) => {
  const { data, error } = storageSetting.safeParse(url);
  return data ?? error?.issues[0]?.message;
};

it('reads a folder', () => {
  expect(read('file:///var/lib/hub/files')).toEqual({ folder: '/var/lib/hub/files' });
});

it('reads a bucket of Amazon’s', () => {
  expect(read('s3://hub-files?region=eu-north-1')).toEqual({
    bucket: 'hub-files',
    prefix: '',
    endpoint: undefined,
    region: 'eu-north-1',
    pathStyle: false,
  });
});

it('reads a bucket of another store, and a place inside it', () => {
  expect(read('s3://hub/prints/2026/?endpoint=https://s3.example.fi&pathStyle=true')).toEqual({
    bucket: 'hub',
    prefix: 'prints/2026/',
    endpoint: 'https://s3.example.fi',
    region: 'us-east-1',
    pathStyle: true,
  });
});

it.each([
  ['files', 'must begin with file:/// or s3://'],
  ['https://s3.example.fi/files', 'must begin with file:/// or s3://'],
  ['file://var/files', 'must be file:/// with three slashes'],
  ['s3://', 'must name the bucket: s3://bucket'],
  ['s3://files?endpoint=s3.example.fi', 'must have an endpoint with http:// or https://'],
  ['s3://files?pathStyle=yes', 'must have pathStyle=true or pathStyle=false'],
  ['s3://files?pathstyle=true', 'has the parameter pathstyle; known are endpoint, region and pathStyle'],
  ['s3://key:secret@files', 'must not hold credentials: set STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY'],
])('says what is wrong with %s', (url, fault) => {
  expect(read(url)).toBe(fault);
});
