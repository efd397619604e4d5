import { RefusedFile } from '../analysis-result.js';
import { mostTextBytes, type PrintText } from '../text/print-text.js';
import { readArchived, takeArchived, type Archive } from './archive.js';
import { readSliceInfo } from './slice-info.js';

const plateName = /^Metadata\/plate_(\d{1,4})\.gcode$/;
const sliceInfoName = 'Metadata/slice_info.config';
const mostSliceInfoBytes = 4 * 1024 * 1024;
const mostPictureBytes = 4 * 1024 * 1024;

/**
 * The G-code of a sliced project (`.gcode.3mf`), as BambuStudio and OrcaSlicer write it.
 * @returns null when the project is not sliced
 * @throws RefusedFile `print.several_plates`: one print job is one plate, and nobody said which
 */
export async function slicedProject(path: string, archive: Archive): Promise<PrintText | null> {
  const plates = [...archive].flatMap(([name, entry]) => {
    const index = plateName.exec(name)?.[1];
    return index === undefined ? [] : [{ index, entry }];
  });
  const [plate, ...others] = plates;
  if (plate === undefined) return null;
  if (others.length > 0) throw new RefusedFile('print.several_plates', `${plates.length} plates are sliced in it`);
  const picture = archive.get(`Metadata/plate_${plate.index}.png`);
  const info = archive.get(sliceInfoName);
  return {
    isPacked: true,
    endIsMarked: true,
    pictures: picture ? [await takeArchived(path, picture, mostPictureBytes)] : [],
    stated: info
      ? readSliceInfo((await takeArchived(path, info, mostSliceInfoBytes)).toString(), Number(plate.index))
      : {},
    read: () => readArchived(path, plate.entry, mostTextBytes),
  };
}
