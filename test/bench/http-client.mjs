import { Agent, request } from 'node:http';

/** Posts JSON over kept connections, at most `connections` at once. */
export class HttpClient {
  constructor(url, connections) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.url = new URL(url);
  }

  /** @returns {Promise<{ status: number, text: string }>} */
  post(path, body, headers) {
    const content = Buffer.from(JSON.stringify(body));
    const options = {
      host: this.url.hostname,
      port: this.url.port,
      path,
      method: 'POST',
      agent: this.agent,
      headers: { 'content-type': 'application/json', 'content-length': content.length, ...headers },
    };
    return new Promise((resolve, reject) => {
      const sent = request(options, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(content);
    });
  }

  close() {
    this.agent.destroy();
  }
}
