/** The fields that the forms of registration, sign-in, recovery and the profile share. */
import { z } from 'zod'
import { type MobilePhone, parseMobile } from '../domain/phone.ts'
import { passwordFault, passwordMaxLength } from '../people/password-rules.ts'
import type { Texts } from '../texts/texts.ts'
import type { Face } from '../ui/face.ts'

/** A field's text; one that was not sent is empty. */
export const text = z.string().default('')

/** A mobile number however it is written. */
export function phoneField(t: Texts) {
  return text.transform((typed, context): MobilePhone => {
    const phone = typed.trim() === '' ? null : parseMobile(typed)
    if (phone !== null) return phone
    const message = typed.trim() === '' ? t.registration.faults.noPhone : t.registration.faults.wrongPhone
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

/** A password that is already someone's: anything but nothing. */
export function knownPasswordField(t: Texts, missing = t.registration.faults.noPassword) {
  return text.refine(typed => typed !== '', missing)
}

/** A password to be: long enough, and neither the commonest nor the supplier's name. */
export function newPasswordField({ t, supplier }: Face, minLength: number) {
  const { faults } = t.registration
  const names = [supplier.short_name, supplier.city, supplier.sms.sender]
  return text.superRefine((password, context) => {
    if (password === '') return context.addIssue({ code: 'custom', message: faults.noNewPassword })
    const fault = passwordFault(password, minLength, names)
    if (fault === null) return
    const messages = {
      short: faults.shortPassword(minLength),
      long: faults.longPassword(passwordMaxLength),
      common: faults.commonPassword,
    }
    context.addIssue({ code: 'custom', message: messages[fault] })
  })
}

/** The new password once more. */
export function confirmationField(t: Texts) {
  return text.refine(typed => typed !== '', t.registration.faults.noConfirmation)
}

/** Whether a password is nothing but the phone, however written. */
export function isPhoneItself(password: string, phone: string): boolean {
  return parseMobile(password) === phone
}

/** The code as it is typed or pasted, spaces and all. */
export function codeForm(t: Texts) {
  return z.object({
    code: text
      .transform(typed => typed.replace(/[\s-]/g, ''))
      .refine(code => /^[0-9]{6}$/.test(code), t.registration.code.faults.notSix),
  })
}
