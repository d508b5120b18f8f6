import { sendCode, tellOfChange } from '../../people/code-sms.ts'
import { redeemCode, type Unredeemed } from '../../people/codes.ts'
import { countSms } from '../../people/limits.ts'
import { hashPassword } from '../../people/passwords.ts'
import { endSessionsOf } from '../../people/sessions.ts'
import type { Cabinet } from '../cabinet.ts'
import { codeCraft } from '../entrance.ts'

interface Asking {
  phone: string
  password: string
  /** The browser's token. */
  device: string
  /** The network address. */
  address: string
}

const purpose = 'recovery'

/**
 * Begins a recovery: whoever registered with that phone, activated or not, gets a code; a phone that nobody registered
 * gets nothing, and looks the same from outside. Throws TooMany.
 */
export async function recover(cabinet: Cabinet, asked: Asking): Promise<void> {
  const { db, config, face } = cabinet
  const { phone, device, address } = asked
  const craft = codeCraft(cabinet)
  await countSms(db, config, { phone, address, now: craft.now })
  const hash = await hashPassword(asked.password)
  await db.begin(async tx => {
    const [person] = await tx<{ id: number }[]>`select id from people where phone = ${phone}`
    const real = person !== undefined
    const wanted = { purpose, phone, device, real, personId: person?.id ?? null } as const
    await sendCode(tx, craft, face.supplier, { ...wanted, passwordHash: real ? hash : null })
  })
}

export type Recovered = { state: 'in'; personId: number } | Unredeemed

/** Sets the password that waited for the code, activates who was not active yet, and ends every session. */
export async function finishRecovery(cabinet: Cabinet, device: string, code: string): Promise<Recovered> {
  const craft = codeCraft(cabinet)
  return cabinet.db.begin(async (tx): Promise<Recovered> => {
    const redeemed = await redeemCode(tx, craft, { purpose, device, code })
    if (redeemed.state !== 'right') return redeemed
    const [before] = await tx<{ id: number; activatedAt: Date | null }[]>`
      select id, activated_at from people where id = ${redeemed.personId} and phone = ${redeemed.phone} for update`
    if (before === undefined) return { state: 'none' } // the person has another phone by now
    await tx`
      update people set password_hash = ${redeemed.passwordHash}, activated_at = coalesce(activated_at, ${craft.now})
      where id = ${before.id}`
    await endSessionsOf(tx, before.id)
    if (before.activatedAt !== null) await tellOfChange(tx, craft, cabinet.face.supplier, redeemed.phone)
    return { state: 'in', personId: before.id }
  })
}
