import postgres from 'postgres'
import type { Db } from '../../db/connection.ts'
import { sendCode, tellOfChange } from '../../people/code-sms.ts'
import { findPending, redeemCode, type Unredeemed } from '../../people/codes.ts'
import { countSms } from '../../people/limits.ts'
import { hashPassword } from '../../people/passwords.ts'
import { endSessionsOf, type Person } from '../../people/sessions.ts'
import type { Cabinet } from '../cabinet.ts'
import { codeCraft } from '../entrance.ts'

const purpose = 'phone-change'

/** Writes what to call the person. */
export async function nameMyself(db: Db, personId: number, name: string): Promise<void> {
  await db`update people set name = ${name} where id = ${personId}`
}

/** Sets a new password, ends every session of the person, and tells them by SMS. Throws TooMany. */
export async function changePassword(cabinet: Cabinet, person: Person, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await cabinet.db.begin(async tx => {
    await tx`update people set password_hash = ${hash} where id = ${person.id}`
    await endSessionsOf(tx, person.id)
    await tellOfChange(tx, codeCraft(cabinet), cabinet.face.supplier, person.phone)
  })
}

interface Asking {
  phone: string
  /** The browser's token. */
  device: string
  /** The network address. */
  address: string
}

/**
 * Sends a code to the new phone. One that is another person's gets an SMS without a code, and looks the same from
 * here. Throws TooMany.
 */
export async function askForPhone(cabinet: Cabinet, person: Person, asked: Asking): Promise<void> {
  const { db, config, face } = cabinet
  const { phone, device, address } = asked
  const craft = codeCraft(cabinet)
  await countSms(db, config, { phone, address, now: craft.now })
  await db.begin(async tx => {
    const taken = await tx`select from people where phone = ${phone} and activated_at is not null`
    const wanted = { purpose, phone, device, personId: person.id, passwordHash: null } as const
    await sendCode(tx, craft, face.supplier, { ...wanted, real: taken.length === 0 })
  })
}

/** The change that waits for its code in this browser, if it is this person's. */
export async function pendingPhone(cabinet: Cabinet, person: Person, device: string) {
  const pending = await findPending(cabinet.db, { purpose, device })
  return pending?.personId === person.id ? pending : null
}

export type PhoneChanged = { state: 'in'; personId: number } | Unredeemed

/**
 * Gives the person the phone that the code proves, ends every session, and tells the old phone. A phone that became
 * somebody's since the code was sent gives `none`.
 */
export async function changePhone(
  cabinet: Cabinet,
  person: Person,
  device: string,
  code: string,
): Promise<PhoneChanged> {
  const craft = codeCraft(cabinet)
  const change = cabinet.db.begin(async (tx): Promise<PhoneChanged> => {
    const redeemed = await redeemCode(tx, craft, { purpose, device, code })
    if (redeemed.state !== 'right') return redeemed
    if (redeemed.personId !== person.id) return { state: 'none' }
    // A registration that was begun with that phone and never finished gives way.
    await tx`delete from people where phone = ${redeemed.phone} and activated_at is null`
    const moved = await tx`
      update people set phone = ${redeemed.phone} where id = ${person.id}
        and not exists (select from people where phone = ${redeemed.phone})`
    if (moved.count === 0) return { state: 'none' }
    await endSessionsOf(tx, person.id)
    await tellOfChange(tx, craft, cabinet.face.supplier, person.phone)
    return { state: 'in', personId: person.id }
  })
  return change.catch(error => {
    if (isTaken(error)) return { state: 'none' }
    throw error
  })
}

/** Somebody else proved the phone at the same moment, and was first. */
function isTaken(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.constraint_name === 'people_phone_key'
}
