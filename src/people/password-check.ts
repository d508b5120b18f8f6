import type { Db } from '../db/connection.ts'
import { countTry, giveBackTry, passwordChecks, refuseWhereFull, wrongPasswords } from './limits.ts'
import { passwordMatches } from './passwords.ts'
import { tokenHash } from './tokens.ts'

export interface PasswordTry {
  phone: string
  password: string
  /** The network address it comes from. */
  address: string
  /** The browser's token. */
  device: string
  now: Date
}

/**
 * The id of the person whose phone and password these are, or null; an unknown phone takes as long as a known one.
 * Throws TooMany by phone and by address. A browser in which the person has signed in before has tries of its own, so
 * that a stranger's guesses don't lock the owner out; a right password uses up no try.
 */
export async function checkPassword(db: Db, tried: PasswordTry): Promise<number | null> {
  const { phone, password, address, device, now } = tried
  await refuseWhereFull(db, wrongPasswords, address, now)
  const deviceHash = tokenHash(device)
  const [person] = await db<{ id: number; passwordHash: string | null; known: boolean }[]>`
    select id, password_hash,
      exists (select from known_devices where person_id = people.id and device_hash = ${deviceHash}) as known
    from people where phone = ${phone}`
  const subject = person?.known ? `${phone} ${deviceHash.toString('base64url')}` : phone
  await countTry(db, passwordChecks, subject, now)
  if (person !== undefined && (await passwordMatches(person.passwordHash, password))) {
    await giveBackTry(db, passwordChecks, subject, now)
    return person.id
  }
  if (person === undefined) await passwordMatches(null, password)
  await countTry(db, wrongPasswords, address, now)
  return null
}
