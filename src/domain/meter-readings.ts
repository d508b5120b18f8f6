/**
 * Does a message look like meter readings? Only the DSO may take them (Кодекс газорозподільних систем, розд. IX),
 * so a message that holds them is stopped with the reason, and goes when the person insists. A wrong guess therefore
 * costs a press of a button, while a reading that slips through costs a household a month of planned volume.
 */

/** Whether a message with this subject and text is likely to hold the readings of a gas meter. */
export function looksLikeMeterReadings(subject: string, text: string): boolean {
  const words = plain(`${subject}\n${text}`)
  if (namesReadings.test(words)) return true
  const rest = withoutOtherNumbers(words)
  if (!readingNumber.test(rest)) return false
  return namesMeter.test(words) || isBareNumber(plain(text))
}

/** «показники», «показання», and what they are called in Russian and in Latin letters. */
const namesReadings = /показник|показан|показател|\bpokaz(?:n[yi]|an)/

/** The meter, in the words that households have for it. */
const namesMeter =
  /л[іи]ч[иі]льн|счетчик|счётчик|газом[іе]р|прилад\S*\s+обл[іи]ку|\b(?:lichyl|lichil|s?chetchik)/

/** What a meter's dial shows: three to eight digits, perhaps with a fraction, that stand alone. */
const readingNumber = /(?<![\p{L}\d.,])\d{3,8}(?:[.,]\d{1,3})?(?![\p{L}\d]|[.,]\d)/u

/** Numbers that are something else by the words or signs around them, in words already plain. */
const otherNumbers: readonly RegExp[] = [
  // dates and years: 12.05.2024, 2024-05-12, 2024 року, травень 2024
  /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/gu,
  /\b\d{4}-\d{2}(?:-\d{2})?\b/gu,
  /\b(?:19|20)\d{2}(?=\s*(?:р(?!\p{L})|рок|роц|рік|год))/gu,
  /(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)\p{L}*\s+20\d{2}/gu,
  // money: 1 234,56 грн, ₴500, сума 500, борг: 1234
  /\d+(?: \d{3})*(?:[.,]\d+)? ?(?:грн|гривень|гривні|гривня|гривен|uah|₴|коп)/gu,
  /₴ ?\d+(?: \d{3})*(?:[.,]\d+)?/gu,
  /(?:борг|сум|заборгован|переплат|оплат|сплат|платіж|платеж|тариф|цін)\p{L}*[ :–-]{0,3}\d+(?: \d{3})*(?:[.,]\d+)?/gu,
  // telephones
  /\+?(?:38)?[ (-]{0,2}0\d{2}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/gu,
  // the number of an account, a meter or a paper: № 123456 (which NFKC writes «no»), рахунок 123456, о/р 123456
  /(?:\bno|номер\p{L}*(?: \p{L}+){0,2}|рахун\p{L}*|рах|о\/р|о\.р|заводськ\p{L}*|договор\p{L}*|акт\p{L}*)[ :.-]{0,4}(?:no ?)?\d[\d-]*/gu,
  // an address: буд. 123, кв. 105
  /(?:буд|будин\p{L}*|кв|квартир\p{L}*|вул|вулиц\p{L}*)[.: ]{0,3}\d+/gu,
]

/** Latin letters that look like Cyrillic ones, as a keyboard or a wish to pass the filter puts them into a word. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

/** Small letters without invisible signs; a word that holds Cyrillic holds it alone. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\u0301/gu, '')
    .toLowerCase()
    .replace(/\p{L}+/gu, word =>
      /[а-яіїєґё]/.test(word) ? word.replace(/[a-z]/g, letter => lookAlikes[letter] ?? letter) : word,
    )
}

function withoutOtherNumbers(words: string): string {
  return otherNumbers.reduce((rest, pattern) => rest.replace(pattern, ' '), words)
}

/** At most this many letters beside the digits: «кухня 4512 м3», «газ: 04512». */
const lettersOfBareNumber = 15

/** Whether a text is nearly only digits, and the digits aren't known to be something else. A question is no reading. */
function isBareNumber(text: string): boolean {
  const rest = withoutOtherNumbers(text)
  const letters = rest.match(/\p{L}/gu)?.length ?? 0
  return readingNumber.test(rest) && letters <= lettersOfBareNumber && !text.includes('?')
}
