/** Codes on their way to a phone: the code is made and its SMS queued in one transaction. */
import type { Db } from '../db/connection.ts'
import { queueSms } from '../outbox/queue.ts'
import type { Supplier } from '../supplier.ts'
import { type CodeCraft, type CodePurpose, issueCode, type NewCode } from './codes.ts'

/** Makes a code and queues its SMS; where there is nothing to prove, an SMS without a code, or none. */
export async function sendCode(tx: Db, craft: CodeCraft, supplier: Supplier, wanted: NewCode): Promise<void> {
  const code = await issueCode(tx, craft, wanted)
  const text = wanted.real ? withCode(supplier, wanted.purpose, code) : withoutCode(supplier, wanted.purpose)
  if (text === null) return
  await queueSms(tx, {
    phone: wanted.phone,
    sender: supplier.sms.sender,
    text,
    now: craft.now,
    smsSecret: craft.smsSecret,
  })
}

/** Tells the owner of a phone that what they sign in with has changed. */
export async function tellOfChange(
  tx: Db,
  { now, smsSecret }: Pick<CodeCraft, 'now' | 'smsSecret'>,
  { sms }: Supplier,
  phone: string,
): Promise<void> {
  await queueSms(tx, { phone, sender: sms.sender, text: sms.password_changed, now, smsSecret })
}

function withCode({ sms }: Supplier, purpose: CodePurpose, code: string): string {
  const texts = { registration: sms.activation, recovery: sms.recovery, 'phone-change': sms.phone_change }
  return texts[purpose].replace('{code}', code)
}

/** Registering, or moving to, a phone that is someone's already: its owner learns of it. Nobody's phone gets nothing. */
function withoutCode({ sms }: Supplier, purpose: CodePurpose): string | null {
  return purpose === 'recovery' ? null : sms.already_registered
}
