/**
 * One-time codes: six digits that prove a phone, bound to their purpose, their phone and the browser that asked.
 * In one browser only the newest of a purpose counts.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '../db/connection.ts'
import type { Random } from '../domain/clock.ts'
import { tokenHash } from './tokens.ts'

export type CodePurpose = 'registration' | 'recovery' | 'phone-change'

/** How long a code lives, how many tries it has, and how soon another can be asked for. */
export const codeLife = { minutes: 10, tries: 5, resendSeconds: 60 }

/** What making and checking codes needs. */
export interface CodeCraft {
  secret: string
  random: Random
  now: Date
  /** Seals the SMS that waits; null in demo mode. */
  smsSecret: string | null
}

export interface CodeBond {
  purpose: CodePurpose
  /** The browser's token. */
  device: string
}

export interface NewCode extends CodeBond {
  phone: string
  /** false where there is nothing to prove: it looks the same from outside, and no try can match. */
  real: boolean
  personId: number | null
  /** Of the password that takes effect when the code is right. */
  passwordHash: string | null
}

/** Makes a code, which voids the one before, and gives it: only its HMAC is kept. */
export async function issueCode(db: Db, craft: CodeCraft, wanted: NewCode): Promise<string> {
  const { purpose, phone, device, real, personId, passwordHash } = wanted
  const code = randomCode(craft.random)
  const expiresAt = new Date(craft.now.getTime() + codeLife.minutes * 60_000)
  await db`
    insert into codes (purpose, phone, device_hash, code_hmac, person_id, password_hash, created_at, expires_at)
    values (${purpose}, ${phone}, ${tokenHash(device)}, ${real ? codeHmac(craft.secret, wanted, code) : null},
      ${personId}, ${passwordHash}, ${craft.now}, ${expiresAt})`
  return code
}

/** A code that waits to be typed in, or did until it was too late. */
export interface Pending {
  phone: string
  real: boolean
  personId: number | null
  passwordHash: string | null
  createdAt: Date
}

/** What waits in this browser; null where nothing was asked for, or its code was used. */
export async function findPending(db: Db, { purpose, device }: CodeBond): Promise<Pending | null> {
  const [found] = await db<(Pending & { usedAt: Date | null })[]>`
    select phone, code_hmac is not null as real, person_id, password_hash, created_at, used_at from codes
    where device_hash = ${tokenHash(device)} and purpose = ${purpose} order by id desc limit 1`
  return found === undefined || found.usedAt !== null ? null : found
}

/** Seconds until another code can be asked for; 0 is now. */
export function secondsToResend(pending: Pending, now: Date): number {
  const passed = (now.getTime() - pending.createdAt.getTime()) / 1000
  return Math.max(0, Math.ceil(codeLife.resendSeconds - passed))
}

/** Why a code did not do: `none` where no code waits, `spent` where its tries are used up. */
export type Unredeemed = { state: 'wrong'; triesLeft: number } | { state: 'late' | 'spent' | 'none' }

export type Redeemed =
  | { state: 'right'; phone: string; personId: number | null; passwordHash: string | null }
  | Unredeemed

/**
 * Tries a code, and uses it up where it is right: of many at once, one succeeds. Call it in the transaction of what it
 * proves, and let that commit also where it isn't right, for the try counts.
 */
export async function redeemCode(
  tx: Db,
  { secret, now }: Pick<CodeCraft, 'secret' | 'now'>,
  tried: CodeBond & { code: string },
): Promise<Redeemed> {
  const [row] = await tx<Row[]>`
    select id, phone, person_id, password_hash, code_hmac, expires_at, tries, used_at from codes
    where device_hash = ${tokenHash(tried.device)} and purpose = ${tried.purpose}
    order by id desc limit 1 for update`
  if (row === undefined || row.usedAt !== null) return { state: 'none' }
  if (row.expiresAt <= now) return { state: 'late' }
  if (row.tries >= codeLife.tries) return { state: 'spent' }
  const expected = codeHmac(secret, { ...tried, phone: row.phone }, tried.code)
  const right = row.codeHmac !== null && timingSafeEqual(row.codeHmac, expected)
  await tx`update codes set tries = tries + 1, used_at = ${right ? now : null} where id = ${row.id}`
  if (!right) return { state: 'wrong', triesLeft: codeLife.tries - row.tries - 1 }
  return { state: 'right', phone: row.phone, personId: row.personId, passwordHash: row.passwordHash }
}

interface Row {
  id: number
  phone: string
  personId: number | null
  passwordHash: string | null
  codeHmac: Buffer | null
  expiresAt: Date
  tries: number
  usedAt: Date | null
}

/** A million codes are few: without the server's secret a stolen table must not tell them. */
function codeHmac(secret: string, bond: CodeBond & { phone: string }, code: string): Buffer {
  const device = tokenHash(bond.device).toString('hex')
  return createHmac('sha256', secret)
    .update(['code', bond.purpose, bond.phone, device, code].join('\n'))
    .digest()
}

/** Six digits, each code as likely as any other. */
function randomCode(random: Random): string {
  const codes = 1_000_000
  const even = 2 ** 32 - (2 ** 32 % codes)
  for (;;) {
    const value = Buffer.from(random(4)).readUInt32BE()
    if (value < even) return String(value % codes).padStart(6, '0')
  }
}
