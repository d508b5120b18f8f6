/** What TypeScript's library does not know yet: JSON.parse hands its reviver the source text of each primitive. */
type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown

/**
 * Reads a JSON object whose fields drift between numbers, strings and booleans (LiqPay's do): every one comes out as
 * the text that stood there, so that no sum ever passes through a float. Null where the text is no JSON object.
 * Nested objects and arrays are left out.
 */
export function flatFields(text: string): ReadonlyMap<string, string> | null {
  try {
    const read = parse(text, (_key, value, { source }) => (typeof value === 'number' ? source : value))
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null
    return new Map(
      Object.entries(read).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' || typeof value === 'boolean' ? [[name, String(value)]] : [],
      ),
    )
  } catch {
    return null
  }
}
