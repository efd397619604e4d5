interface Cookie {
  value: string;
  path: string;
}

export interface Stop {
  url: URL;
  response: Response;
}

/** A browser without a screen that keeps cookies per origin and goes where it is sent, one step at a time. */
export class Wanderer {
  private readonly jars = new Map<string, Map<string, Cookie>>();

  /** @param hosts origins that are really somewhere else: a hub's public address and where it listens */
  constructor(private readonly hosts: Readonly<Record<string, string>> = {}) {}

  /** One request as a browser makes it when somebody follows a link, or sends a form. */
  async visit(address: string | URL, form?: Record<string, string>): Promise<Stop> {
    const url = new URL(address);
    const response = await fetch(`${this.hosts[url.origin] ?? url.origin}${url.pathname}${url.search}`, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.cookiesFor(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.keep(url.origin, response.headers.getSetCookie());
    return { url, response };
  }

  /** Follows redirects while they lead to an address that `goesOn` accepts. */
  async follow({ url, response }: Stop, goesOn: (next: URL) => boolean): Promise<Stop> {
    let stop: Stop = { url, response };
    for (let next = nextOf(stop); next !== undefined && goesOn(next); next = nextOf(stop)) {
      stop = await this.visit(next);
    }
    return stop;
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jars.get(origin)?.get(name)?.value;
  }

  setCookie(origin: string, name: string, value: string): void {
    const jar = this.jars.get(origin) ?? new Map<string, Cookie>();
    this.jars.set(origin, jar.set(name, { value, path: '/' }));
  }

  private cookiesFor(url: URL): string {
    return [...(this.jars.get(url.origin) ?? [])]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  private keep(origin: string, headers: readonly string[]): void {
    const jar = this.jars.get(origin) ?? new Map<string, Cookie>();
    this.jars.set(origin, jar);
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      const path = /;\s*path=([^;]+)/i.exec(header)?.[1] ?? '/';
      if (value === '') jar.delete(name);
      else jar.set(name, { value, path });
    }
  }
}

/** Where a redirect leads. */
export function nextOf({ url, response }: Stop): URL | undefined {
  const location = response.headers.get('location');
  return location === null ? undefined : new URL(location, url);
}
