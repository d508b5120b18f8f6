/** The lists of `/accounts/add` as a browser without JavaScript reads and fills them. */
import type { Browser, Page } from './browser.ts'

/** The options of a list: text by value. */
export function options(page: Page, name: string): Map<string, string> {
  const list = new RegExp(`<select[^>]* name="${name}"[\\s\\S]*?</select>`).exec(page.html)?.[0] ?? ''
  const found = [...list.matchAll(/<option[^>]*? value(?:="([^"]*)")?[^>]*>([^<]*)</g)]
  return new Map(found.map(([, value = '', text = '']) => [value, text]))
}

/** The value chosen in a list. */
export function chosen(page: Page, name: string): string | undefined {
  const list = new RegExp(`<select[^>]* name="${name}"[\\s\\S]*?</select>`).exec(page.html)?.[0] ?? ''
  const option = /<option[^>]* selected[^>]*>/.exec(list)?.[0] ?? ''
  return /value="([^"]*)"/.exec(option)?.[1]
}

/** Goes through the lists by the button, as a browser without JavaScript does; gives the fields to send. */
export async function choose(
  browser: Browser,
  address: Record<string, string>,
): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const part of ['branch', 'settlement', 'street', 'house']) {
    const page = await browser.post('/accounts/add', fields)
    const value = [...options(page, part)].find(([, text]) => text === address[part])?.[0]
    if (value === undefined) throw new Error(`no ${address[part]} among ${part}`)
    fields[part] = value
  }
  return { ...fields, flat: address.flat ?? '' }
}
