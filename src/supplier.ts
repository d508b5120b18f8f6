/**
 * The supplier is data: one folder of `suppliers/` holds its name, requisites, branches, telephones, hours, SMS and
 * notices. Nothing of any supplier stands in the code.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { marked } from 'marked'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { projectFolder } from './config.ts'

const text = z.string().trim().min(1)
const phone = z.string().regex(/^\+380\d{9}$/, 'a telephone is written +380671234567')
const withCode = text.refine(message => message.includes('{code}'), 'the text must hold {code}')

const schema = z.strictObject({
  name: text,
  short_name: text,
  city: text,
  site: z.url({ protocol: /^https?$/ }),
  accent: z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is written #0b5fa5'),
  edrpou: z.string().regex(/^\d{8}$/),
  iban: z.string().regex(/^UA\d{27}$/),
  bank: text,
  address: text,
  hours: z.array(text).min(1),
  /** The telephone at the head of the page. */
  phone: phone,
  branches: z
    .array(
      z.strictObject({
        name: text,
        phones: z.array(phone).min(1),
        /** Who takes the readings there, and where. */
        dso: z.strictObject({ name: text, phone: phone, site: z.url({ protocol: /^https?$/ }).optional() }),
      }),
    )
    .min(1),
  /** The telephones as the contacts page groups them. */
  contact_centre: z.array(z.strictObject({ label: text, phones: z.array(phone).min(1) })).min(1),
  sms: z.strictObject({
    sender: z.string().regex(/^[A-Za-z0-9]{3,11}$/, 'a sender is 3 to 11 Latin letters and digits'),
    activation: withCode,
    recovery: withCode,
    phone_change: withCode,
    already_registered: text,
    password_changed: text,
  }),
  calendar: z.strictObject({
    /** The day of a month from which the past month is charged and can be paid. */
    charges_ready_day: z.int().min(1).max(28),
    /** The day of the next month by which a month is to be paid. */
    pay_by_day: z.int().min(1).max(28),
  }),
  accounts: z.strictObject({ number_pattern: z.string().default('^\\d{6,12}$') }),
  billing: z.strictObject({ payments_register: z.boolean() }),
})

const notices = ['data-freshness', 'readings', 'address-missing'] as const

/** Texts of the supplier's own, as HTML made of its Markdown. */
export type Notices = Record<(typeof notices)[number], string>

export type Supplier = z.output<typeof schema> & { folder: string; notices: Notices; logo: string }

/** A supplier's folder that can't be used: the message names the file, the place in it and the fault. */
export class WrongSupplier extends Error {}

/** Reads the folder `suppliers/<name>` whole. Throws WrongSupplier. */
export function loadSupplier(name: string): Supplier {
  const folder = path.join(projectFolder, 'suppliers', name)
  const file = path.join('suppliers', name, 'supplier.toml')
  const result = schema.safeParse(readToml(path.join(folder, 'supplier.toml'), file))
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new WrongSupplier(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`)
  }
  const read = (notice: string) =>
    readFile(path.join(folder, 'notices', `${notice}.md`), `suppliers/${name}/notices/${notice}.md`)
  const html = Object.fromEntries(
    notices.map(notice => [notice, marked.parse(read(notice), { async: false })]),
  )
  return {
    ...result.data,
    folder,
    notices: html as Notices,
    logo: readFile(path.join(folder, 'logo.svg'), `suppliers/${name}/logo.svg`),
  }
}

function readToml(where: string, shown: string): unknown {
  try {
    return parse(readFile(where, shown))
  } catch (error) {
    if (error instanceof WrongSupplier) throw error
    throw new WrongSupplier(`${shown}: ${error instanceof Error ? error.message.split('\n')[0] : 'not TOML'}`)
  }
}

function readFile(where: string, shown: string): string {
  try {
    return readFileSync(where, 'utf8')
  } catch {
    throw new WrongSupplier(`${shown}: can't be read`)
  }
}
