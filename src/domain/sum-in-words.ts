import type { Kopiykas } from './money.ts'

/** One, two to four, and many of a counted thing, as Ukrainian declines it after a numeral. */
type Forms = readonly [one: string, few: string, many: string]

const hryvnias: Forms = ['гривня', 'гривні', 'гривень']
const kopiykas: Forms = ['копійка', 'копійки', 'копійок']

/** From the thousands up; hryvnia and thousand are feminine («одна», «дві»), what lies above is masculine. */
const classes: readonly Forms[] = [
  ['тисяча', 'тисячі', 'тисяч'],
  ['мільйон', 'мільйони', 'мільйонів'],
  ['мільярд', 'мільярди', 'мільярдів'],
  ['трильйон', 'трильйони', 'трильйонів'],
]

const masculine = ['', 'один', 'два', 'три', 'чотири', 'п’ять', 'шість', 'сім', 'вісім', 'дев’ять']
const feminine = ['', 'одна', 'дві', ...masculine.slice(3)]
const teens = [
  'десять',
  'одинадцять',
  'дванадцять',
  'тринадцять',
  'чотирнадцять',
  'п’ятнадцять',
  'шістнадцять',
  'сімнадцять',
  'вісімнадцять',
  'дев’ятнадцять',
]
const tens = [
  '',
  '',
  'двадцять',
  'тридцять',
  'сорок',
  'п’ятдесят',
  'шістдесят',
  'сімдесят',
  'вісімдесят',
  'дев’яносто',
]
const hundreds = [
  '',
  'сто',
  'двісті',
  'триста',
  'чотириста',
  'п’ятсот',
  'шістсот',
  'сімсот',
  'вісімсот',
  'дев’ятсот',
]

/**
 * A sum as Ukrainian payment papers spell it: hryvnias in words, kopiykas in digits,
 * «сімдесят одна гривня 68 копійок». Throws RangeError below zero and from 10¹⁵ hryvnias up.
 */
export function sumInWords(value: Kopiykas): string {
  if (value < 0n || value >= 10n ** 17n) throw new RangeError(`no words for ${value} kopiykas`)
  const whole = value / 100n
  const rest = Number(value % 100n)
  const last = Number(whole % 1000n)
  const words = [
    ...classes.map((forms, index) => classInWords(whole, index + 1, forms)).reverse(),
    underThousand(last, feminine),
  ].filter(part => part !== '')
  const spelled = words.length === 0 ? 'нуль' : words.join(' ')
  return `${spelled} ${form(last, hryvnias)} ${String(rest).padStart(2, '0')} ${form(rest, kopiykas)}`
}

/** The thousands (power 1), millions (power 2) and so on of a number, or nothing where it has none. */
function classInWords(whole: bigint, power: number, forms: Forms): string {
  const count = Number((whole / 1000n ** BigInt(power)) % 1000n)
  return count === 0
    ? ''
    : `${underThousand(count, power === 1 ? feminine : masculine)} ${form(count, forms)}`
}

function underThousand(count: number, ones: readonly string[]): string {
  const ten = Math.floor(count / 10) % 10
  const one = count % 10
  const end = ten === 1 ? [teens[one]] : [tens[ten], ones[one]]
  return [hundreds[Math.floor(count / 100)], ...end].filter(Boolean).join(' ')
}

function form(count: number, [one, few, many]: Forms): string {
  if (Math.floor(count / 10) % 10 === 1) return many
  if (count % 10 === 1) return one
  return count % 10 >= 2 && count % 10 <= 4 ? few : many
}
