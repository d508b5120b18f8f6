/**
 * The text of a PDF as Typst writes it: composite fonts with a ToUnicode map, no object streams, no encryption.
 * It is here so that the tests need no program of the machine's; it is no reader of PDFs in general.
 */
import { inflateSync } from 'node:zlib'

/** All text of the pages, run after run with a space between (also where letters of two scripts meet); no-break spaces are spaces. */
export function pdfText(pdf: Uint8Array): string {
  const file = Buffer.from(pdf)
  const source = file.toString('latin1')
  const fonts = fontsOf(file, source)
  const contents = [...source.matchAll(/\/Contents (\d+) 0 R/g)].map(match =>
    streamOf(file, source, match[1] ?? ''),
  )
  return contents
    .map(content => textOf(content, fonts))
    .join(' ')
    .replace(/\s+/g, ' ')
}

/** How many pages it has. */
export function pdfPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  )
}

type Font = Map<number, string>

/** The fonts by the name that the pages give them, each as glyph → characters. */
function fontsOf(file: Buffer, source: string): Map<string, Font> {
  const fonts = new Map<string, Font>()
  for (const [, name, object] of source.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objectOf(source, object ?? '').text)?.[1]
    if (name !== undefined && map !== undefined) fonts.set(name, glyphsOf(streamOf(file, source, map)))
  }
  return fonts
}

function glyphsOf(cmap: string): Font {
  const lists = [...cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)].map(match => match[1]).join('')
  const glyphs = [...lists.matchAll(/<(\w+)>\s*<(\w+)>/g)]
  return new Map(
    glyphs.map(([, glyph = '', utf16 = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(utf16, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

function textOf(content: string, fonts: Map<string, Font>): string {
  const token = /\/(f\d+) [\d.]+ Tf|(\()|TJ/g
  let font: Font = new Map()
  let text = ''
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    const [, name, opened] = match
    if (name !== undefined) font = fonts.get(name) ?? font
    else if (opened === undefined) text += ' '
    else {
      const end = literalEnd(content, token.lastIndex)
      text += drawn(content.slice(token.lastIndex, end), font)
      token.lastIndex = end + 1
    }
  }
  return text
}

/** Where the bracket closes that opened just before: brackets in pairs need no backslash. */
function literalEnd(content: string, from: number): number {
  let depth = 1
  for (let at = from; at < content.length; at += 1) {
    const character = content[at]
    if (character === '\\') at += 1
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth === 0) return at
  }
  throw new Error('a string of the PDF has no end')
}

/** The characters of one literal string: two bytes a glyph. */
function drawn(literal: string, font: Font): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const plain = literal.replace(/\\(\d{1,3}|[\s\S])/g, (_, code: string) =>
    /\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (named[code] ?? code),
  )
  const bytes = Buffer.from(plain, 'latin1')
  return Array.from(
    { length: bytes.length / 2 },
    (_, index) => font.get(bytes.readUInt16BE(index * 2)) ?? '',
  ).join('')
}

function objectOf(source: string, id: string): { text: string; start: number } {
  const start = source.indexOf(`\n${id} 0 obj`)
  return { text: source.slice(start, source.indexOf('endobj', start)), start }
}

function streamOf(file: Buffer, source: string, id: string): string {
  const { text, start } = objectOf(source, id)
  const from = start + text.indexOf('stream') + 'stream\n'.length
  const bytes = file.subarray(from, from + Number(/\/Length (\d+)/.exec(text)?.[1] ?? 0))
  return (text.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}
