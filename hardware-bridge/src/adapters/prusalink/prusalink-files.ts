import { openAsBlob } from 'node:fs';
import { z } from 'zod';
import { isRemoteName } from '../../journal/command-journal.js';
import { refuseUpload } from '../network/http-fault.js';
import { uploadDeadlineMs } from '../network/pace.js';
import type { PrintToStart } from '../printer-adapter.js';
import type { PrusaLinkClient } from './prusalink-client.js';

const folderSchema = z.object({
  children: z.array(z.object({ name: z.string(), display_name: z.string().optional() })).default([]),
});

/** Where files are on a printer. */
export class PrusaLinkFiles {
  private readonly folder: string;

  constructor(
    private readonly client: PrusaLinkClient,
    storage: 'usb' | 'local',
    private readonly timeoutMs: number,
  ) {
    this.folder = `/api/v1/files/${storage}/`;
  }

  /**
   * Sends the file straight from the disk; it is started on its own, so that it is known which of the two has failed.
   * @throws PrinterRefusal whatever goes wrong: a file that is not there whole cannot move anything
   */
  async upload({ filePath, remoteName }: PrintToStart): Promise<void> {
    const body = await openAsBlob(filePath);
    const headers = { overwrite: '?1', 'print-after-upload': '?0', 'content-type': 'text/x.gcode' };
    const timeoutMs = uploadDeadlineMs(body.size);
    await this.client.send('PUT', `${this.folder}${remoteName}`, { body, headers, timeoutMs }).catch(refuseUpload);
  }

  /** @throws HttpFault when the printer says no; any other error leaves it open whether it prints */
  async start(remoteName: string): Promise<void> {
    await this.client.send('POST', `${this.folder}${remoteName}`, { timeoutMs: this.timeoutMs });
  }

  /** Removes our files, but for the one that is printed. The printer calls files by short names of its own. */
  async sweep(inUse: string | null): Promise<void> {
    const { timeoutMs } = this;
    const { children } = folderSchema.parse((await this.client.send('GET', this.folder, { timeoutMs })) ?? {});
    for (const { name, display_name: long = name } of children) {
      if (!isRemoteName(long) || long === inUse) continue;
      await this.client.send('DELETE', `${this.folder}${encodeURIComponent(name)}`, { timeoutMs });
    }
  }
}
