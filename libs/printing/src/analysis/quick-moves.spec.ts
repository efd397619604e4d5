import fc from 'fast-check';
import { GcodeMachine, type MachineListener } from './gcode-machine.js';
import { readLines } from './text/read-lines.js';

async function heardFrom(pieces: readonly Buffer[], isQuick: boolean): Promise<string[]> {
  const heard: string[] = [];
  const listener: MachineListener = {
    onMove: (move) => heard.push(JSON.stringify(move)),
    onCommand: (name, code, words, line) => heard.push(`${line} ${name}${code} ${words.get(18)}`),
    onNamedCommand: (text, line) => heard.push(`${line} ${text}`),
    onComment: (text, line) => heard.push(`${line} ;${text}`),
    onUnreadableMove: (line) => heard.push(`${line} unreadable`),
    onNonsense: (line) => heard.push(`${line} ?`),
  };
  const machine = new GcodeMachine(listener);
  async function* stream() {
    yield* pieces;
  }
  const quick = isQuick ? machine.readMove.bind(machine) : undefined;
  await readLines(stream(), machine.readLine.bind(machine), quick);
  return heard;
}

function piecesOf(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

const number = fc.oneof(
  fc.double({ min: -500, max: 500, noNaN: true }).map((value) => value.toFixed(5)),
  fc.constantFrom(
    '0',
    '-.5',
    '1.',
    '',
    '-',
    '1e308',
    'nan',
    '9'.repeat(400),
    '4294967301',
    '12345678901.5',
    '0.12345678901',
    '1.2.3',
    `0.${'3'.repeat(40)}`,
    '--1',
    '1-2',
  ),
);
const word = fc
  .tuple(fc.constantFrom('X', 'Y', 'Z', 'E', 'F', 'I', 'x', 'N', 'G', 'M50'), number)
  .map((parts) => parts.join(''));
const move = fc
  .tuple(
    fc.constantFrom('G1', 'G0', 'G1', 'G2', ' G1', 'g1', 'G10', 'G01'),
    fc.array(word, { maxLength: 5 }),
    fc.constantFrom(' ', ' ', '  ', ''),
  )
  .map(([name, words, space]) => [name, ...words].join(space));
const other = fc.constantFrom(
  'G92 E0',
  'M83',
  'G91',
  'G90',
  '; comment',
  'G1 X1 ; wall',
  'G1 X1*33',
  'M104 S200',
  '',
  'hello',
  'G1 ',
  'G1',
);
const line = fc
  .tuple(fc.oneof(move, move, other), fc.constantFrom('\n', '\n', '\r\n', '\r'))
  .map((parts) => parts.join(''));

it('a move read quickly is the move that it is when read slowly, however the file is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 40 }),
      fc.array(fc.nat(2000), { maxLength: 4 }),
      async (lines, cuts) => {
        const bytes = Buffer.from(lines.join(''));
        expect(await heardFrom(piecesOf(bytes, cuts), true)).toEqual(await heardFrom([bytes], false));
      },
    ),
    { numRuns: 300 },
  );
});
