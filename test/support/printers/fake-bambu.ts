import { X509Certificate } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { Aedes } from 'aedes';
import { FakeFtps } from './fake-ftps.js';
import { makeCertificate, type ServerCertificate } from './printer-certificate.js';

type Fields = Record<string, unknown>;

const atWork = ['PREPARE', 'SLICING', 'RUNNING', 'PAUSE'];
const notSigned = { result: 'failed', reason: 'mqtt message verify failed', err_code: 84_033_543 };

/**
 * A Bambu Lab printer over real TLS: a broker of its own that tells what has changed, and everything when asked, and a
 * card behind FTP. It takes whatever it is told, the surprising things included.
 */
export class FakeBambu {
  accessCode = 'right-code';
  /** Off, it is healthy, and obeys nothing that is not signed. */
  developerMode = true;
  /** Goes on showing the end of the print before, until a test begins the new one. */
  lingers = false;
  /** Off, it says nothing of a command it was given, as some firmware does. */
  answers = true;
  /** Reports reach nobody while it is quiet. */
  quiet = false;
  readonly starts: string[] = [];
  /** Every command that reached it. */
  readonly commands: Fields[] = [];
  /** How often somebody has told it a name and an access code. */
  knocks = 0;
  /** Prints that it stopped because it was told to start another. */
  readonly ruined: unknown[] = [];
  private report: Fields = newReport();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private ftpsPort = 0;
  private beating: NodeJS.Timeout | undefined;

  private constructor(
    readonly serial: string,
    private readonly certificate: ServerCertificate,
    private readonly broker: Aedes,
    readonly ftps: FakeFtps,
  ) {
    this.server = createServer(certificate, (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.sockets.delete(socket));
      void broker.handle(socket);
    });
    broker.authenticate = (_client, username, password, done) => {
      this.knocks += 1;
      const known = username === 'bblp' && password?.toString() === this.accessCode;
      if (known) done(null, true);
      else done(Object.assign(new Error('Not authorised'), { returnCode: 5 }), null);
    };
    broker.on('publish', ({ topic, payload }, client) => {
      if (client && topic === `device/${serial}/request`) this.receive(JSON.parse(payload.toString()) as Fields);
    });
  }

  static async open(serial: string): Promise<FakeBambu> {
    const certificate = await makeCertificate(serial);
    const ftps = new FakeFtps(certificate);
    const printer = new FakeBambu(serial, certificate, await Aedes.createBroker(), ftps);
    printer.ftpsPort = await ftps.listen();
    await new Promise<void>((resolve) => printer.server.listen(0, '127.0.0.1', resolve));
    return printer;
  }

  get ports(): { readonly mqtt: number; readonly ftps: number } {
    return { mqtt: (this.server.address() as AddressInfo).port, ftps: this.ftpsPort };
  }

  get fingerprint(): string {
    return new X509Certificate(this.certificate.cert).fingerprint256;
  }

  get state(): string {
    return String(this.report['gcode_state']);
  }

  get busy(): boolean {
    return atWork.includes(this.state);
  }

  async close(): Promise<void> {
    clearInterval(this.beating);
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
    await new Promise<void>((resolve) => this.broker.close(() => resolve()));
    await this.ftps.close();
  }

  /** Nobody may ask any more; whoever is inside is thrown out. */
  forbid(): void {
    this.setAccessCode('changed-code');
    for (const socket of this.sockets) socket.destroy();
  }

  setAccessCode(code: string): void {
    this.accessCode = code;
    this.ftps.accessCode = code;
  }

  /** Reports something of no interest again and again, as a printer does that is on. */
  beat(everyMs: number): void {
    this.beating = setInterval(() => this.set({ wifi_signal: `-${50 + Math.floor(Math.random() * 9)}dBm` }), everyMs);
  }

  /** Goes silent with its connections open. */
  fallSilent(): void {
    clearInterval(this.beating);
  }

  /** Only what changes is told. */
  set(fields: Fields): void {
    this.report = { ...this.report, ...fields };
    if (!this.quiet) this.tell({ print: { command: 'push_status', msg: 1, sequence_id: '1', ...fields } });
  }

  forget(field: string): void {
    delete this.report[field];
  }

  print(name: string, taskId: string, file: string): void {
    this.starts.push(name);
    this.set({ subtask_id: taskId, subtask_name: name, gcode_file: file, print_error: 0, hms: [] });
    if (!this.lingers) this.begin();
  }

  /** It prepares, with the per cents of the print before. */
  begin(): void {
    this.set({ gcode_state: 'PREPARE', stg_cur: 2, nozzle_temper: 60, nozzle_target_temper: 215 });
    this.set({ gcode_state: 'RUNNING' });
  }

  heatUp(): void {
    this.set({ stg_cur: 0, nozzle_temper: 215.3 });
    this.printTo(0.01);
  }

  printTo(share: number): void {
    this.set({ mc_percent: Math.floor(share * 100), mc_remaining_time: Math.ceil(16 * (1 - share)) });
  }

  end(state: 'FINISH' | 'FAILED', print_error = 0): void {
    if (state === 'FINISH') this.printTo(1);
    this.set({ gcode_state: state, stg_cur: 255, print_error, nozzle_target_temper: 0 });
  }

  pauseAt(stage: number): void {
    this.set({ gcode_state: 'PAUSE', stg_cur: stage });
  }

  private receive(message: Fields): void {
    for (const [kind, value] of Object.entries(message)) {
      const command = value as Fields;
      this.commands.push(command);
      if (kind === 'pushing') this.tell({ print: { command: 'push_status', msg: 0, ...this.report, ...this.mode() } });
      if (kind === 'print') this.obey(command);
    }
  }

  private mode(): Fields {
    return 'fun' in this.report ? { fun: this.developerMode ? '1FDE8F7A87' : '1FFE8F7A87' } : {};
  }

  private obey(command: Fields): void {
    if (!this.developerMode) return this.answer(command, notSigned);
    const refusal = this.act(command);
    this.answer(command, refusal === null ? { result: 'success', reason: '' } : { result: 'fail', reason: refusal });
  }

  private act({ command, subtask_id, subtask_name, file }: Fields): string | null {
    if (command === 'project_file') {
      if (!this.ftps.files.has(String(file))) return 'file not found';
      if (this.busy) this.ruined.push(this.report['subtask_name']);
      this.print(String(subtask_name), String(subtask_id), String(file));
    }
    if (command === 'pause' && this.busy) this.pauseAt(16);
    if (command === 'resume' && this.busy) this.set({ gcode_state: 'RUNNING', stg_cur: 0 });
    return null;
  }

  private answer({ command, sequence_id }: Fields, outcome: Fields): void {
    if (this.answers) this.tell({ print: { command, sequence_id, ...outcome } });
  }

  private tell(message: Fields): void {
    const packet = { topic: `device/${this.serial}/report`, payload: JSON.stringify(message) };
    this.broker.publish({ cmd: 'publish', qos: 0, retain: false, dup: false, ...packet }, () => undefined);
  }
}

function newReport(): Fields {
  return {
    gcode_state: 'IDLE',
    mc_percent: 100,
    mc_remaining_time: 0,
    subtask_id: '0',
    subtask_name: '',
    gcode_file: '',
    stg_cur: 255,
    print_error: 0,
    hms: [],
    nozzle_temper: 24.1,
    nozzle_target_temper: 0,
    bed_temper: 23,
    bed_target_temper: 0,
    spd_lvl: 2,
    fun: '',
    wifi_signal: '-52dBm',
    ams: { ams: [], tray_now: '255' },
  };
}
