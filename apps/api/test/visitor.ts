/** A browser that follows nothing by itself and keeps cookies per site, so that a test sees each redirect. */
export class Visitor {
  private readonly cookies = new Map<string, Map<string, string>>();

  async get(url: string): Promise<Response> {
    return this.ask(url, {});
  }

  async post(url: string, body: Record<string, string> | string): Promise<Response> {
    const json = typeof body === 'string';
    return this.ask(url, {
      method: 'POST',
      headers: { 'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded' },
      body: json ? body : new URLSearchParams(body).toString(),
    });
  }

  cookie(url: string, name: string): string | undefined {
    return this.jar(url).get(name);
  }

  setCookie(url: string, name: string, value: string): void {
    this.jar(url).set(name, value);
  }

  private async ask(url: string, options: RequestInit): Promise<Response> {
    const jar = this.jar(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...options.headers, 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}) };
    const answer = await fetch(url, { ...options, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  private jar(url: string): Map<string, string> {
    const site = new URL(url).origin;
    const jar = this.cookies.get(site) ?? new Map<string, string>();
    this.cookies.set(site, jar);
    return jar;
  }
}
