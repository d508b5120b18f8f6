import { dateInKyiv, timeInKyiv } from '../domain/period.ts'
import type { DocumentTexts } from '../texts/uk/documents.ts'

/** The supplier as a document shows it: requisites, how to reach it, and its dress. */
export interface DocumentSupplier {
  name: string
  edrpou: string
  iban: string
  bank: string | null
  address: string
  /** As people read them: `(0536) 70-12-12`. */
  phones: readonly string[]
  /** One colour, `#0b5fa5`. */
  accent: string
  /** The source of an SVG, its `currentColor` becomes the accent; null: the name alone. */
  logo: string | null
}

/** A label and what it names. */
export interface Pair {
  label: string
  value: string
}

/** The sum that the reader came for, with what is to be said of it. */
export interface Hero {
  label: string
  value: string
  notes: string[]
}

/** What every template takes. */
export interface PageContent {
  lang: string
  title: string
  date: [year: number, month: number, day: number]
  accent: string
  logo: string | null
  supplier: { name: string; contacts: string[] }
  footer: string
}

/**
 * The content that each document begins with. The date (`YYYY-MM-DD`) goes into the PDF's own data too: the same
 * document has the same bytes whenever it is made.
 */
export function pageContent(
  supplier: DocumentSupplier,
  title: string,
  date: string,
  words: DocumentTexts,
): PageContent {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const phones = supplier.phones.length > 0 ? [words.phones(supplier.phones.join(', '))] : []
  return {
    lang: words.lang,
    title,
    date: [year, month, day],
    accent: supplier.accent,
    logo: supplier.logo,
    supplier: { name: supplier.name, contacts: [supplier.address, ...phones] },
    footer: words.footer(supplier.name, supplier.edrpou),
  }
}

/** Pairs of those that have a value. */
export function pairs(...list: readonly (readonly [label: string, value: string | null])[]): Pair[] {
  return list.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]))
}

/** Who takes the money, line by line as a bank's form asks for it. */
export function requisites(supplier: DocumentSupplier, purpose: string, words: DocumentTexts): Pair[] {
  return pairs(
    [words.recipient, supplier.name],
    [words.edrpou, supplier.edrpou],
    [words.iban, supplier.iban],
    [words.bank, supplier.bank],
    [words.purpose, purpose],
  )
}

/** Date and time of day in Kyiv, in words and as `13:05`. */
export function momentInKyiv(at: Date, words: DocumentTexts): { date: string; time: string } {
  return { date: words.date(dateInKyiv(at)), time: timeInKyiv(at) }
}
