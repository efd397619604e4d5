import type { LiveEvent } from '#libs/contracts';

/** An open live stream that remembers what it heard. */
export class LiveStream {
  readonly events: LiveEvent[] = [];
  private readonly stopped = new AbortController();

  static async open(hubUrl: string, topics: string): Promise<LiveStream> {
    const stream = new LiveStream();
    const response = await fetch(`${hubUrl}/api/v1/live?topics=${topics}`, { signal: stream.stopped.signal });
    if (response.status !== 200 || response.body === null) throw new Error(`live answered ${response.status}`);
    void stream.read(response.body);
    return stream;
  }

  close(): void {
    this.stopped.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    try {
      for await (const chunk of body) {
        const lines = (rest + Buffer.from(chunk).toString()).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line.startsWith('data: ')) this.events.push(JSON.parse(line.slice(6)) as LiveEvent);
        }
      }
    } catch (error) {
      if (!this.stopped.signal.aborted) throw error;
    }
  }
}
