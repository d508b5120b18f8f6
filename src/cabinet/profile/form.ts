import { z } from 'zod'
import type { Texts } from '../../texts/texts.ts'
import type { Face } from '../../ui/face.ts'
import {
  confirmationField,
  isPhoneItself,
  knownPasswordField,
  newPasswordField,
  phoneField,
  text,
} from '../entrance-fields.ts'

const nameMaxLength = 100

/** What to call the person; nothing is fine too. */
export function nameForm(t: Texts) {
  const { faults } = t.profile
  return z.object({
    name: text
      .transform(typed => typed.trim().replace(/ +/g, ' '))
      .refine(name => [...name].length <= nameMaxLength, faults.longName(nameMaxLength))
      .refine(name => !/\p{Cc}/u.test(name), faults.oddName),
  })
}

/** A new phone, and the password that shows whose hand it is. */
export function phoneForm(t: Texts, own: string) {
  return z
    .object({ phone: phoneField(t), password: knownPasswordField(t) })
    .refine(form => form.phone !== own, { path: ['phone'], message: t.profile.faults.samePhone })
}

/** The password of now, and a new one twice. */
export function passwordForm(face: Face, phone: string, minLength: number) {
  return z
    .object({
      current: knownPasswordField(face.t, face.t.profile.faults.noCurrent),
      newPassword: newPasswordField(face, minLength),
      confirmation: confirmationField(face.t),
    })
    .refine(form => !isPhoneItself(form.newPassword, phone), {
      path: ['newPassword'],
      message: face.t.registration.faults.phonePassword,
    })
    .refine(form => form.newPassword !== form.current, {
      path: ['newPassword'],
      message: face.t.profile.faults.samePassword,
    })
    .refine(form => form.newPassword === form.confirmation, {
      path: ['confirmation'],
      message: face.t.registration.faults.mismatch,
    })
}
