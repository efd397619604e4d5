import type { PrinterOptions } from '../bridge-options.js';
import { BambuAdapter } from './bambu/bambu-adapter.js';
import { MoonrakerAdapter } from './moonraker/moonraker-adapter.js';
import { OctoPrintAdapter } from './octoprint/octoprint-adapter.js';
import type { PrinterAdapter } from './printer-adapter.js';
import { PrusaLinkAdapter } from './prusalink/prusalink-adapter.js';
import { VirtualAdapter } from './virtual/virtual-adapter.js';

/** The kinds of printer this bridge can speak to. */
export const adapterNames = [
  'virtual',
  'moonraker',
  'prusalink',
  'octoprint',
  'bambu',
] as const satisfies PrinterOptions['adapter'][];

/** @param machinesDir where virtual machines keep themselves */
export function createAdapter(printer: PrinterOptions, machinesDir: string): PrinterAdapter {
  switch (printer.adapter) {
    case 'virtual':
      return new VirtualAdapter(printer, machinesDir);
    case 'moonraker':
      return new MoonrakerAdapter(printer);
    case 'prusalink':
      return new PrusaLinkAdapter(printer);
    case 'octoprint':
      return new OctoPrintAdapter(printer);
    case 'bambu':
      return new BambuAdapter(printer);
  }
}
