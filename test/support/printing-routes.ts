import type { Route } from './route.js';

const aReason = { reason: 'testing' };

function aPrint(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['G28\n']), 'a.gcode');
  return form;
}

/** The routes of prints, printers and filament. */
export const printingRoutes: Record<string, Route> = {
  'POST /api/v1/print-jobs': { may: 'signed in', body: aPrint },
  'GET /api/v1/print-jobs': { may: 'signed in' },
  'GET /api/v1/print-jobs/{id}': { may: 'its owner or staff', id: 'printJob' },
  'GET /api/v1/print-jobs/{id}/thumbnail': { may: 'its owner or staff', id: 'printJob' },
  'GET /api/v1/print-jobs/{id}/toolpath': { may: 'its owner or staff', id: 'printJob' },
  'GET /api/v1/print-jobs/{id}/model': { may: 'its owner or staff', id: 'printJob' },
  'GET /api/v1/print-jobs/{id}/print-file': { may: 'its owner or staff', id: 'printJob' },
  'PUT /api/v1/print-jobs/{id}/print-file': { may: 'staff of its hub', id: 'printJob', body: aPrint },
  'DELETE /api/v1/print-jobs/{id}/print-file': { may: 'staff of its hub', id: 'printJob' },
  'PUT /api/v1/print-jobs/{id}/file': { may: 'its owner or staff', id: 'printJob', body: aPrint },
  'POST /api/v1/print-jobs/{id}/approve': { may: 'staff of its hub', id: 'printJob' },
  'POST /api/v1/print-jobs/{id}/reject': { may: 'staff of its hub', id: 'printJob', body: aReason },
  'POST /api/v1/print-jobs/{id}/reorder': {
    may: 'staff of its hub',
    id: 'printJob',
    body: { to: 'first', reason: 'ryhmä odottaa sitä' },
  },
  'POST /api/v1/print-jobs/{id}/request-changes': { may: 'staff of its hub', id: 'printJob', body: aReason },
  'POST /api/v1/print-jobs/{id}/retry': { may: 'staff of its hub', id: 'printJob' },
  'POST /api/v1/print-jobs/{id}/cancel': { may: 'its owner or staff', id: 'printJob' },
  'POST /api/v1/print-jobs/{id}/pause': { may: 'its owner or staff', id: 'printJob' },
  'POST /api/v1/print-jobs/{id}/resume': { may: 'its owner or staff', id: 'printJob' },
  'POST /api/v1/print-jobs/{id}/collect': { may: 'its owner or staff', id: 'printJob' },
  'POST /api/v1/print-jobs/{id}/dispose': { may: 'staff of its hub', id: 'printJob' },
  'GET /api/v1/print-files/{id}': {
    may: 'anyone with its secret',
    id: 'printJob',
    query: 'expires=9999999999&signature=x',
  },

  'PUT /api/v1/printer-pictures/{id}': {
    may: 'anyone with its secret',
    id: 'printer',
    query: 'expires=9999999999&signature=x',
  },
  'DELETE /api/v1/printer-pictures/{id}': {
    may: 'anyone with its secret',
    id: 'printer',
    query: 'expires=9999999999&signature=x&reason=no_picture',
  },
  'GET /api/v1/printers/{id}/picture': { may: 'staff, or whose print is on it', id: 'printer' },
  'GET /api/v1/print-jobs/{id}/attempts/{number}/picture': { may: 'its owner or staff', id: 'printJob' },

  'GET /api/v1/hubs/{hub}/spools': { may: 'staff of the hub' },
  'POST /api/v1/hubs/{hub}/spools': { may: 'staff of the hub', body: { material: 'PLA' } },
  'GET /api/v1/hubs/{hub}/spools/{number}': { may: 'staff of the hub' },
  'PATCH /api/v1/hubs/{hub}/spools/{number}': { may: 'staff of the hub', body: { location: 'Hylly' } },
  'GET /api/v1/hubs/{hub}/spools/{number}/history': { may: 'staff of the hub' },
  'POST /api/v1/hubs/{hub}/spools/{number}/weigh': {
    may: 'staff of the hub',
    body: { remainingGrams: 500, reason: 'punnittu' },
  },
  'POST /api/v1/hubs/{hub}/spools/{number}/load': { may: 'staff of the hub', body: { printer: 'printer-1' } },
  'POST /api/v1/hubs/{hub}/spools/{number}/unload': { may: 'staff of the hub' },
  'POST /api/v1/hubs/{hub}/spools/{number}/archive': { may: 'staff of the hub' },
  'POST /api/v1/hubs/{hub}/spools/{number}/restore': { may: 'staff of the hub' },
  'GET /api/v1/hubs/{hub}/filament': { may: 'staff of the hub' },
  'GET /api/v1/hubs/{hub}/filament-allowance': { may: 'signed in' },
  'PUT /api/v1/hubs/{hub}/filament-rules': {
    may: 'admin of the hub',
    body: { allowanceGrams: null, lowStockGrams: 200, lowStockByMaterial: {} },
  },
  'GET /api/v1/hubs/{hub}/spoolman': { may: 'staff of the hub' },
  'POST /api/v1/hubs/{hub}/spoolman': { may: 'staff of the hub', body: [] },
  'PUT /api/v1/printers/{id}/material': { may: 'staff of its hub', id: 'printer', body: { material: 'PLA' } },

  'GET /api/v1/hubs/{hub}/alarms': { may: 'staff of the hub' },
  'GET /api/v1/hubs/{hub}/bridges': { may: 'staff of the hub' },
  'PUT /api/v1/hubs/{hub}/printers/{printer}': {
    may: 'admin of the hub',
    body: {
      bridge: 'bridge-1',
      machine: {
        model: 'Ender 3',
        bed: { x: 220, y: 220, z: 250 },
        nozzleDiameterMillimetres: 0.4,
        maxNozzleCelsius: 260,
        maxBedCelsius: 100,
        unattendedAllowed: false,
      },
      connection: { adapter: 'virtual' },
    },
  },
  'DELETE /api/v1/hubs/{hub}/printers/{printer}': { may: 'admin of the hub' },
  'GET /api/v1/devices/current/printers': { may: 'a bridge' },
  'GET /api/v1/printers/{id}/setup': { may: 'staff of its hub', id: 'printer' },
  'POST /api/v1/printers/{id}/test': { may: 'staff of its hub', id: 'printer' },
  'GET /api/v1/printers/{id}': { may: 'anyone', id: 'printer' },
  'GET /api/v1/printers/{id}/temperatures': { may: 'staff, or whose print is on it', id: 'printer' },
  'POST /api/v1/printers/{id}/pause': { may: 'staff of its hub', id: 'printer' },
  'POST /api/v1/printers/{id}/resume': { may: 'staff of its hub', id: 'printer' },
  'POST /api/v1/printers/{id}/cancel': { may: 'staff of its hub', id: 'printer' },
  'POST /api/v1/printers/{id}/clear-plate': { may: 'staff of its hub', id: 'printer' },
  'POST /api/v1/printers/{id}/out-of-order/preview': { may: 'staff of its hub', id: 'printer', body: aReason },
  'POST /api/v1/printers/{id}/out-of-order': { may: 'staff of its hub', id: 'printer', body: aReason },
  'GET /api/v1/printers/{id}/facts': { may: 'staff of its hub', id: 'printer' },
  'PATCH /api/v1/printers/{id}/facts': { may: 'admin of its hub', id: 'printer', body: { maxBedCelsius: 110 } },
  'GET /api/v1/hubs/{hub}/due-care': { may: 'staff of the hub' },
  'GET /api/v1/printers/{id}/care': { may: 'staff of its hub', id: 'printer' },
  'POST /api/v1/printers/{id}/care/tasks': {
    may: 'staff of its hub',
    id: 'printer',
    body: { name: 'Oil', everyHours: 200 },
  },
  'POST /api/v1/printers/{id}/care/tasks/{task}/done': { may: 'staff of its hub', id: 'printer', body: {} },
  'DELETE /api/v1/printers/{id}/care/tasks/{task}': { may: 'staff of its hub', id: 'printer' },
  'POST /api/v1/printers/{id}/in-order': { may: 'staff of its hub', id: 'printer' },
};
