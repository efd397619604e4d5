import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { plainText } from './plain-text.js';
import { longestLineBytes, readLines } from './read-lines.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(content: string | Buffer): Promise<string[]> {
  const path = join(folder, 'file.gcode');
  await writeFile(path, content);
  const lines: string[] = [];
  let last = 0;
  await readLines(plainText(path).read(), (bytes, start, end, line) => {
    lines.push(bytes.toString('latin1', start, end));
    last = line;
  });
  expect(last).toBe(lines.length);
  return lines;
}

describe('readLines', () => {
  it('ends lines at LF, CRLF and lone CR, and counts each once', async () => {
    expect(await linesOf('a\nb\r\nc\rd\r\n\r\ne')).toEqual(['a', 'b', 'c', 'd', '', 'e']);
  });

  it('reports no empty line behind the last line end', async () => {
    expect(await linesOf('a\r\n')).toEqual(['a']);
  });

  it('splits as one would in memory, whatever the ends of lines are', async () => {
    const line = fc.tuple(fc.stringMatching(/^[A-Z0-9 .;]{0,20}$/), fc.constantFrom('\n', '\r\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (parts) => {
        expect(await linesOf(parts.map(([text, end]) => text + end).join(''))).toEqual(parts.map(([text]) => text));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a CRLF together that lies across two readings of the disk', async () => {
    const first = 'a'.repeat(longestLineBytes - 3);
    expect(await linesOf(`x\n${first}\r\nb\r\n`)).toEqual(['x', first, 'b']);
  });

  it('reads files larger than its memory', async () => {
    const content = Array.from({ length: 150_000 }, (_, index) => `G1 X${index}.123 Y2`).join('\n');
    expect((await linesOf(content)).join('\n') === content).toBe(true);
  });

  it('refuses a line without an end', async () => {
    await expect(linesOf(`G28\n;${'x'.repeat(longestLineBytes)}\n`)).rejects.toMatchObject({
      code: 'print.corrupt_file',
      detail: expect.stringContaining('line 2'),
    });
  });

  it('refuses zero bytes, as a broken copy leaves them', async () => {
    await expect(linesOf(Buffer.from('G28\nG1 X1\0\0\0\n'))).rejects.toMatchObject({ code: 'print.corrupt_file' });
  });
});
