/**
 * What PT Sans can draw of what people write: Latin, Cyrillic, and the signs of business papers. PDF/UA refuses a
 * document with a glyph missing, and one emoji in a name must not cost a household its receipt.
 */
const drawable =
  /[\u0020-\u007e\u00a0-\u0109\u010c-\u0113\u0116-\u011f\u0122-\u0127\u0139-\u013e\u0141-\u0148\u0150-\u0165\u016a-\u0173\u0178-\u017f\u0218-\u021b\u02bc\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u0490-\u0493\u2011\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u20b4\u2116\u2122\u2212]/u

const undrawn = /[\p{Cf}\p{Mn}]/gu
const spaces = /[^\S\u00a0]|\p{Cc}/gu

/** The text with each character that the font lacks shown as «?», and controls and odd spaces as spaces. */
export function printable(text: string): string {
  const plain = text.normalize('NFC').replace(undrawn, '').replace(spaces, ' ')
  return Array.from(plain, character => (drawable.test(character) ? character : '?')).join('')
}

/** The content of a document as JSON for its template, each text in it printable; a logo is no text. */
export function printableJson(content: object): string {
  return JSON.stringify(content, (key, value: unknown) =>
    typeof value === 'string' && key !== 'logo' ? printable(value) : value,
  )
}
