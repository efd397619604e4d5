import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** The plate that is printed; the same in the package and in the command that starts it. */
export const plateFile = 'Metadata/plate_1.gcode';

const contentTypes =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>' +
  '<Default Extension="gcode" ContentType="text/x.gcode"/></Types>';
const relationships =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rel-1" Target="/3D/3dmodel.model" ' +
  'Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>';
const emptyModel =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<model unit="millimeter" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">' +
  '<resources/><build/></model>';

/**
 * Plain G-code as the printers start it: the only plate of a project without a model, with its checksum beside it. It
 * is packed while it is read, so that a long print needs no room on the bridge's card.
 * @see docs/adr/0036-bambu-lab.md
 */
export async function packPlate(filePath: string): Promise<Readable> {
  const sum = await md5Of(filePath);
  const source = createReadStream(filePath);
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(contentTypes), '[Content_Types].xml');
  zip.addBuffer(Buffer.from(relationships), '_rels/.rels');
  zip.addBuffer(Buffer.from(emptyModel), '3D/3dmodel.model');
  zip.addReadStream(source, plateFile);
  zip.addBuffer(Buffer.from(sum.toUpperCase()), `${plateFile}.md5`);
  zip.end();
  const packed = zip.outputStream.pipe(new PassThrough());
  // A file that cannot be read is told by the ZIP, not by what comes out of it.
  zip.on('error', (error: Error) => packed.destroy(error));
  // Whoever breaks off the upload lets go of the file that is being read.
  packed.once('close', () => source.destroy());
  return packed;
}

async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
