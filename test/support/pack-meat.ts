const half = '0123456789. \nGX';
const halfWithoutSpaces = half.replace(' ', 'E');
const command = (code: number) => [0xff, 0xff, code];
const [packing, plain, withoutSpaces] = [251, 250, 247];

/** Packs G-code as Prusa's slicer does: spaces of moves dropped, `E` in their place, comments dropped or left plain. */
export function packMeat(text: string, { keepComments }: { keepComments: boolean }): Buffer {
  const bytes: number[] = [...command(packing), ...command(withoutSpaces)];
  let isPacking = true;
  for (const line of text.split('\n')) {
    const isComment = line.startsWith(';');
    if (isComment && keepComments) {
      if (isPacking) bytes.push(...command(plain));
      isPacking = false;
      bytes.push(...Buffer.from(`${line}\n`));
      continue;
    }
    const bare = line.split(';')[0]?.trim() ?? '';
    if (bare === '') continue;
    if (!isPacking) bytes.push(...command(packing));
    isPacking = true;
    bytes.push(...packLine(/G\d/.test(bare) ? `${bare.replaceAll(' ', '')}\n` : `${bare}\n`));
  }
  return Buffer.from(bytes);
}

function packLine(line: string): number[] {
  const characters = [...Buffer.from(line.length % 2 === 0 ? line : `${line}\n`)];
  const bytes: number[] = [];
  for (let at = 0; at < characters.length; at += 2) {
    const pair = characters.slice(at, at + 2);
    const codes = pair.map((character) => halfWithoutSpaces.indexOf(String.fromCharCode(character)));
    const [first = -1, second = -1] = codes;
    bytes.push((first < 0 ? 15 : first) | ((second < 0 ? 15 : second) << 4));
    bytes.push(...pair.filter((_, index) => (codes[index] ?? -1) < 0));
  }
  return bytes;
}
