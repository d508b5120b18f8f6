/**
 * Finds a file's encoding by evidence. Valid UTF-8 is UTF-8; else each of the three Cyrillic encodings of one byte a
 * letter reads the same sample, and the one in which it looks most like Ukrainian wins. True CP866 has no «і» and no
 * «ґ»: what the old programs of Ukraine call 866 is CP1125.
 */
import iconv from 'iconv-lite'

export const encodings = ['utf-8', 'windows-1251', 'cp1125', 'koi8-u'] as const
export type Encoding = (typeof encodings)[number]

/**
 * The pairs of letters that make up nine tenths of Ukrainian names, addresses and plain words: a letter, and those that
 * often follow it. They tell the encodings apart even where all is in capitals, which single letters do not.
 */
const followers = [
  'абвгдзйклмнпрстхцчшєї баеиоруі ваеиклносуі гаор даеинорьі евджзклмнпрст жен завн ивгйклмнрстхцчш йднт кавиорстуі',
  'лаеиоьюяі маеиоуі надеикностушьяі обвгджзклмнпрстчюї паеилнорі раеимнортуі савеиклноптьяі таеикоруьі увдклнптє',
  'хоу цеьяі чаеи шаеилоі що ькнос ют якн єм івдзйклнстшя їв',
].flatMap(line => line.split(' '))
const commonPairs = new Set(followers.flatMap(([first, ...next]) => next.map(letter => `${first}${letter}`)))
const alphabet = new Set('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя')

/** The likeliest encoding of bytes that are not UTF-8, or null where in none of them the sample has Ukrainian letters. */
export function encodingOfBytes(sample: Uint8Array): Encoding | null {
  const bytes = Buffer.from(sample)
  const scored = encodings
    .filter(encoding => encoding !== 'utf-8')
    .map(encoding => ({ encoding, score: likeness(iconv.decode(bytes, encoding)) }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  // Even a rare name has Ukrainian letters; where there are signs instead, the file is something else.
  const letters = bytes.filter(byte => byte > 127).length
  return best && best.score > -1.4 * letters ? best.encoding : null
}

/** How much a text looks like Ukrainian, by the letters above ASCII alone. */
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
  if (!alphabet.has(lower)) return '’ʼ«»№–—'.includes(character) ? 0 : -4
  const lowerBefore = before.toLowerCase()
  if (!alphabet.has(lowerBefore)) return 0.5
  // «пОЛТАВА»: a capital after a small letter betrays an encoding that has the two cases in each other's place.
  if (character !== lower && before === lowerBefore) return -4
  return commonPairs.has(lowerBefore + lower) ? 1.5 : -1.5
}

/** The words of a text that have Ukrainian letters, a few of them, for a person's eye. */
export function sampleWords(text: string, limit: number): string[] {
  const found = text.match(/[А-ЩЬЮЯҐЄІЇа-щьюяґєії][^;,|\t\r\n"]{2,}/g) ?? []
  return [...new Set(found.map(words => words.trim()))].slice(0, limit)
}
