import { plateFile } from './bambu-package.js';

interface Project {
  /** On the printer's card. */
  readonly file: string;
  /** Comes back in reports. */
  readonly name: string;
  /** Comes back in reports as soon as the printer has taken the print, which may be minutes before it begins. */
  readonly taskId: string;
  /** The slot of the AMS for each filament of the file; without it the spool at the back is printed from. */
  readonly amsMapping?: readonly number[] | undefined;
}

/**
 * What `project_file` wants to know. The checksum stays empty: it would be of something else than the package, and the
 * package's size is compared instead.
 */
export function startProject({ file, name, taskId, amsMapping }: Project): Readonly<Record<string, unknown>> {
  return {
    param: plateFile,
    url: `ftp:///${file}`,
    file,
    md5: '',
    project_id: '0',
    profile_id: '0',
    task_id: taskId,
    subtask_id: taskId,
    subtask_name: name,
    bed_type: 'auto',
    // The bed may have been moved since the last print; all else is in the file. Programs spell this one both ways.
    bed_leveling: true,
    bed_levelling: true,
    flow_cali: false,
    vibration_cali: false,
    layer_inspect: false,
    timelapse: false,
    use_ams: amsMapping !== undefined,
    ams_mapping: amsMapping ?? [],
  };
}
