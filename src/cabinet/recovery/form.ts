import { z } from 'zod'
import type { Texts } from '../../texts/texts.ts'
import { isPhoneItself, newPasswordField, phoneField, text } from '../entrance-fields.ts'

/** The phone, and the new password twice. */
export function recoveryForm(t: Texts, minLength: number) {
  return z
    .object({ phone: phoneField(t), password: newPasswordField(t, minLength), confirmation: text })
    .refine(form => !isPhoneItself(form.password, form.phone), {
      path: ['password'],
      message: t.registration.faults.phonePassword,
    })
    .refine(form => form.password === form.confirmation, {
      path: ['confirmation'],
      message: t.registration.faults.mismatch,
    })
}
