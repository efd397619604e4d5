import { GcodeMachine, type MachineListener } from './gcode-machine.js';
import { axisBit, Move } from './move.js';
import { letter } from './word-reader.js';

interface Heard {
  moves: Move[];
  speeds: number[];
  commands: string[];
  names: string[];
  comments: string[];
  nonsense: number[];
  unreadable: number[];
}

function run(...lines: string[]): Heard {
  const heard: Heard = { moves: [], speeds: [], commands: [], names: [], comments: [], nonsense: [], unreadable: [] };
  const listener: MachineListener = {
    onMove: (move) => {
      heard.moves.push(Object.assign(new Move(), move));
      heard.speeds.push(move.millimetresPerSecond);
    },
    onCommand: (name, code, words) => heard.commands.push(`${name}${code} S${words.get(letter.s)}`),
    onNamedCommand: (text) => heard.names.push(text),
    onComment: (text) => heard.comments.push(text),
    onUnreadableMove: (line) => heard.unreadable.push(line),
    onNonsense: (line) => heard.nonsense.push(line),
  };
  const machine = new GcodeMachine(listener);
  lines.forEach((line, index) => machine.readLine(Buffer.from(line), 0, Buffer.byteLength(line), index + 1));
  return heard;
}

const extrusions = (heard: Heard) => heard.moves.map(({ extrusion }) => Math.round(extrusion * 1000) / 1000);

describe('filament', () => {
  it('is the difference of absolute positions', () => {
    expect(extrusions(run('M82', 'G1 X1 E2', 'G1 X2 E2.5', 'G1 E1'))).toEqual([2, 0.5, -1.5]);
  });

  it('is what stands there in relative mode', () => {
    expect(extrusions(run('M83', 'G1 X1 E2', 'G1 X2 E2.5'))).toEqual([2, 2.5]);
  });

  it('starts again at the place that G92 names', () => {
    expect(extrusions(run('G1 X1 E50', 'G92 E0', 'G1 X2 E1'))).toEqual([50, 1]);
  });

  it('is relative while all axes are, as in Marlin', () => {
    expect(extrusions(run('G1 X1 E5', 'G91', 'G1 E-1', 'G90', 'G1 X2 E6'))).toEqual([5, -1, 2]);
  });

  it('follows the flow factor', () => {
    expect(extrusions(run('M83', 'M221 S50', 'G1 X1 E2'))).toEqual([1]);
  });

  it('belongs to the chosen tool', () => {
    expect(run('T1', 'G1 X1 E1', 'T255', 'G1 X2 E2').moves.map(({ tool }) => tool)).toEqual([1, 1]);
  });
});

describe('position', () => {
  it('keeps the axes that a line leaves out', () => {
    expect(run('G1 X1 Y2 Z3', 'G1 Y5').moves[1]).toMatchObject({ fromY: 2, toX: 1, toY: 5, toZ: 3 });
  });

  it('adds up relative moves', () => {
    expect(run('G28', 'G91', 'G1 X10', 'G1 X-3').moves[1]).toMatchObject({ fromX: 10, toX: 7 });
  });

  it('is not certain before homing or an absolute move', () => {
    const known = run('G91', 'G1 X10', 'G90', 'G1 Y5', 'G28 Z').moves.map((move) => move.known);
    expect(known).toEqual([0, axisBit.y]);
  });

  it('stays where the machine is when G92 renames it', () => {
    expect(run('G28', 'G1 X100', 'G92 X0', 'G1 X10').moves[1]).toMatchObject({ fromX: 100, toX: 110 });
  });

  it('is converted from inches', () => {
    expect(run('G20', 'G1 X1 F60').moves[0]).toMatchObject({ toX: 25.4 });
  });

  it('keeps the feed rate until the next one', () => {
    expect(run('G1 X1 F600', 'G1 X2').speeds).toEqual([10, 10]);
  });
});

describe('arcs', () => {
  it('are walked in chords that share the filament', () => {
    const heard = run('M83', 'G1 X0 Y0', 'G2 X10 Y0 I5 J0 E1');
    const arc = heard.moves.slice(1);
    expect(arc.length).toBeGreaterThan(4);
    expect(arc.reduce((sum, { extrusion }) => sum + extrusion, 0)).toBeCloseTo(1);
    expect(Math.max(...arc.map(({ toY }) => toY))).toBeCloseTo(5);
    expect(arc.at(-1)).toMatchObject({ toX: 10, toY: 0 });
  });

  it('are straight when no centre can be made out', () => {
    expect(run('G1 X0 Y0', 'G3 X10 Y0').moves).toHaveLength(2);
  });
});

describe('lines', () => {
  it('may be numbered, indented, in lower case and without spaces', () => {
    const heard = run('N12 G1 X1*33', '  g1x2y3', 'N13 M104S210');
    expect(heard.moves.map(({ toX }) => toX)).toEqual([1, 2]);
    expect(heard.commands).toEqual(['M104 S210']);
  });

  it('may hold several commands, none of which is hidden', () => {
    expect(run('G28 M500').commands).toEqual(['G28 S0', 'M500 S0']);
    expect(run('G1 X5 M104 S300').commands).toEqual(['M104 S300']);
  });

  it('of text for people are not searched for commands', () => {
    expect(run('M117 now M500', 'M862.3 P "M500"').commands).toEqual(['M117 S0', 'M862.3 S0']);
  });

  it('with names are handed over whole', () => {
    expect(run('START_PRINT BED=60').names).toEqual(['START_PRINT BED=60']);
  });

  it('that are only comments are handed over without the semicolon', () => {
    expect(run(';LAYER:1', '  ; x').comments).toEqual(['LAYER:1', ' x']);
  });

  it('that mean nothing are reported', () => {
    expect(run('G1 X1', '!!', '(fine)', '%', '@pause', '').nonsense).toEqual([2]);
  });
});
