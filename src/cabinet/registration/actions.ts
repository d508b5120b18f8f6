import { sendCode } from '../../people/code-sms.ts'
import { redeemCode, type Unredeemed } from '../../people/codes.ts'
import { countSms } from '../../people/limits.ts'
import { hashPassword } from '../../people/passwords.ts'
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

const purpose = 'registration'

/**
 * Begins a registration: the phone gets a code, and the password waits for it. A phone that is active already gets an
 * SMS without a code, and what was typed here is not kept. Throws TooMany.
 */
export async function register(cabinet: Cabinet, asked: Asking): Promise<void> {
  const { db, config, face } = cabinet
  const { phone, device, address } = asked
  const craft = codeCraft(cabinet)
  await countSms(db, config, { phone, address, now: craft.now })
  const passwordHash = await hashPassword(asked.password) // of a known phone too: it takes as long
  await db.begin(async tx => {
    const [active] = await tx`
      with newcomer as (
        insert into people (phone, created_at) values (${phone}, ${craft.now}) on conflict (phone) do nothing
      )
      select from people where phone = ${phone} and activated_at is not null`
    const real = active === undefined
    const wanted = { purpose, phone, device, real, personId: null } as const
    await sendCode(tx, craft, face.supplier, { ...wanted, passwordHash: real ? passwordHash : null })
  })
}

export type Activated = { state: 'in'; personId: number } | Unredeemed

/** Activates the person whose code it is, with the password that waited for it. */
export async function activate(cabinet: Cabinet, device: string, code: string): Promise<Activated> {
  const craft = codeCraft(cabinet)
  return cabinet.db.begin(async (tx): Promise<Activated> => {
    const redeemed = await redeemCode(tx, craft, { purpose, device, code })
    if (redeemed.state !== 'right') return redeemed
    // Who became active meanwhile, in another browser, keeps the password that was proved there.
    const [person] = await tx<{ id: number }[]>`
      insert into people (phone, password_hash, activated_at, created_at)
      values (${redeemed.phone}, ${redeemed.passwordHash}, ${craft.now}, ${craft.now})
      on conflict (phone) do update
        set password_hash = excluded.password_hash, activated_at = excluded.activated_at
        where people.activated_at is null
      returning id`
    return person === undefined ? { state: 'none' } : { state: 'in', personId: person.id }
  })
}
