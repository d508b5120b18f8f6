import type { FastifyInstance } from 'fastify'

export interface Page {
  status: number
  /** The body as text, and with its tags taken away and its white space folded. */
  html: string
  text: string
  body: Buffer
  headers: Record<string, string | string[] | number | undefined>
  /** Where a redirect leads, else ''. */
  location: string
}

/** As much of a browser as a request test needs: it keeps cookies, and sends what a form of our own site sends. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  readonly #origin: string

  constructor(app: FastifyInstance, origin: string) {
    this.#app = app
    this.#origin = origin
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#send('GET', path, headers)
  }

  /** Submits a form and stays at the answer; `follow` goes on where a redirect leads. */
  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin }
    return this.#send('POST', path, { ...form, ...headers }, new URLSearchParams(fields).toString())
  }

  /** Goes where an answer leads, up to five times. */
  async follow(page: Page): Promise<Page> {
    let at = page
    for (let hops = 0; hops < 5 && at.location !== ''; hops++) at = await this.get(at.location)
    return at
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    payload?: string,
  ): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#app.inject({
      method,
      url: path,
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      status: answer.statusCode,
      html: answer.body,
      text: textOf(answer.body),
      body: answer.rawPayload,
      headers: answer.headers,
      location: answer.headers.location ?? '',
    }
  }
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** What a person reads of a page: no tags, entities resolved, white space (no-break spaces too) folded to one space. */
export function textOf(html: string): string {
  const bare = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')
  return bare
    .replace(/&(amp|lt|gt|quot|#39);/g, found => entities[found] ?? found)
    .replace(/\s+/g, ' ')
    .trim()
}
