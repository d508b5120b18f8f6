declare const mobile: unique symbol

/** A Ukrainian mobile number as twelve digits, `380671234567`. */
export type MobilePhone = string & { readonly [mobile]: true }

/** The codes of Ukraine's mobile operators after +380 (the national numbering plan; libphonenumber's metadata agree). */
const operators = new Set([
  '39',
  '50',
  '63',
  '66',
  '67',
  '68',
  '71',
  '72',
  '73',
  '75',
  '77',
  '91',
  '92',
  '93',
  '94',
  '95',
  '96',
  '97',
  '98',
  '99',
])

/**
 * Reads a mobile number however a person writes it: `+380 (67) 123-45-67`, `067 1234567`, `80671234567`, `671234567`.
 * Null for a landline, a foreign number or anything else.
 */
export function parseMobile(text: string): MobilePhone | null {
  if (!/^[+\d\s().\-\u00a0\u2010-\u2015]*$/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  const national = /^(?:380|80|0)?(\d{9})$/.exec(digits)?.[1]
  if (national === undefined || !operators.has(national.slice(0, 2))) return null
  return `380${national}` as MobilePhone
}

/** A full number of twelve digits or with its plus as people read it: `+380 67 123 45 67`. */
export function spacedPhone(phone: string): string {
  const digits = phone.replace(/^\+/, '')
  const match = /^380(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(digits)
  return match ? `+380\u00a0${match.slice(1).join('\u00a0')}` : phone
}

/** Area codes of the big cities whose own numbers have seven digits; the others have four digits and six. */
const sevenDigitCities = new Set(['032', '044', '048', '056', '057', '061', '062'])

/** A number as Ukraine's offices print it: `(0536) 70-12-12`, `(044) 111-01-01`, a mobile `(067) 505-63-12`. */
export function officePhone(phone: string): string {
  const national = phone.replace(/^\+?38/, '')
  if (!/^0\d{9}$/.test(national)) return phone
  const short = operators.has(national.slice(1, 3)) || sevenDigitCities.has(national.slice(0, 3))
  const code = national.slice(0, short ? 3 : 4)
  const own = national.slice(code.length, -4)
  return `(${code})\u00a0${own}-${national.slice(-4, -2)}-${national.slice(-2)}`
}
