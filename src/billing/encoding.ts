/**
 * Finds a file's encoding by evidence. Valid UTF-8 is UTF-8; else each of the three Cyrillic encodings of one byte a
 * letter reads the same sample, and the one in which it looks most like Ukrainian wins. True CP866 has no «і» and no
 * «ґ»: what the old programs of Ukraine call 866 is CP1125.
 */
import iconv from 'iconv-lite'

export const encodings = ['utf-8', 'windows-1251', 'cp1125', 'koi8-u'] as const
export type Encoding = (typeof encodings)[number]

/** Ukrainian letters by how often they stand in names and addresses, the most common first. */
const letters = 'оаинвіерстлкдмупьязйбчгюхєцжїшщфґ'
const weights = new Map([...letters].map((letter, index) => [letter, 3 - index * 0.1]))

/** The likeliest encoding of bytes that are not UTF-8, or null where in none of them the sample reads as Ukrainian. */
export function encodingOfBytes(sample: Uint8Array): Encoding | null {
  const bytes = Buffer.from(sample)
  const scored = encodings
    .filter(encoding => encoding !== 'utf-8')
    .map(encoding => ({ encoding, score: likeness(iconv.decode(bytes, encoding)) }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  return best && best.score > 0 ? best.encoding : null
}

/** How much a text looks like Ukrainian: above zero where it does. ASCII says nothing. */
export function likeness(text: string): number {
  let score = 0
  let before = ''
  for (const character of text) {
    if (character > '\u007f') score += points(character, before)
    before = character
  }
  return score
}

function points(character: string, before: string): number {
  const lower = character.toLowerCase()
  const weight = weights.get(lower)
  if (weight === undefined) return '’ʼ«»№–—'.includes(character) ? 0 : -4
  const capital = lower !== character
  const afterSmall = weights.has(before)
  // «еЛЕНА»: a capital inside of a word betrays an encoding that has the two cases in each other's place.
  if (capital && afterSmall) return -4
  return capital ? weight - 1 : weight
}

/** The words of a text that have Ukrainian letters, a few of them, for a person's eye. */
export function sampleWords(text: string, limit: number): string[] {
  const found = text.match(/[А-ЩЬЮЯҐЄІЇа-щьюяґєії][^;,|\t\r\n"]{2,}/g) ?? []
  return [...new Set(found.map(words => words.trim()))].slice(0, limit)
}
