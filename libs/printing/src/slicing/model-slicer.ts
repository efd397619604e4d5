import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { ModelFormat } from '#libs/contracts';
import { Config } from '#libs/platform';
import { findSlicer, runSlicer } from './run-slicer.js';
import { forcedSettings, slicerProfile, type SlicingTarget } from './slicer-profile.js';
import type { SlicingOutcome } from './slicing-outcome.js';

const timeoutMs = 5 * 60_000;
const abandonedAfterMs = 60 * 60_000;

export interface Slicing {
  /** The model on the disk. */
  readonly path: string;
  readonly format: ModelFormat;
  readonly target: SlicingTarget;
}

/** Makes G-code of models by PrusaSlicer, where it is installed. */
@Injectable()
export class ModelSlicer implements OnModuleInit {
  private readonly logger = new Logger(ModelSlicer.name);
  private readonly workshop: string;
  private slicer: string | undefined;

  constructor(private readonly config: Config) {
    // A slicer runs in a folder of its own, so that a relative path would mean another one.
    this.workshop = resolve(config.dataDir, 'slicing', 'at-work');
  }

  /** Looks for the slicer, and clears away what a worker that was killed left. */
  async onModuleInit(): Promise<void> {
    this.slicer = await findSlicer(this.config);
    this.logger.log(
      this.slicer === undefined ? 'no slicer: staff slice models' : `models are sliced by ${this.slicer}`,
    );
    await mkdir(this.workshop, { recursive: true });
    for (const name of await readdir(this.workshop)) {
      const folder = join(this.workshop, name);
      const { mtimeMs } = await stat(folder);
      if (Date.now() - mtimeMs > abandonedAfterMs) await rm(folder, { recursive: true, force: true });
    }
  }

  /** Whether a model for this printer can be sliced here; if not, a person does it. */
  canSlice(target: SlicingTarget): boolean {
    return this.slicer !== undefined && slicerProfile(target) !== null;
  }

  /**
   * Slices a model in a process of its own, which is ended when it takes too long.
   * @param use gets the outcome; its G-code is there for as long as it takes, and gone afterwards whatever happens
   */
  async slice<T>({ path, format, target }: Slicing, use: (outcome: SlicingOutcome) => Promise<T>): Promise<T> {
    const { slicer } = this;
    const general = slicerProfile(target);
    if (slicer === undefined || general === null) throw new Error('this must be sliced by a person');
    const folder = await mkdtemp(join(this.workshop, 'model-'));
    try {
      const model = join(folder, `model.${format.toLowerCase()}`);
      await symlink(resolve(path), model);
      const profiles = [general, await this.ownProfile(target.printer), forcedSettings];
      const files = profiles.map((_profile, index) => join(folder, `profile-${index}.ini`));
      await Promise.all(files.map((file, index) => writeFile(file, profiles[index] ?? '')));
      const { searchPath } = this.config;
      return await use(await runSlicer({ slicer, searchPath, folder, model, profiles: files, timeoutMs }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** What the hub has written for this printer; it goes above the general profile. */
  private async ownProfile(printer: string): Promise<string> {
    try {
      return await readFile(join(this.config.dataDir, 'slicing', `${printer}.ini`), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}
