import { z } from 'zod'
import type { Texts } from '../../texts/texts.ts'
import { isPhoneItself, newPasswordField, phoneField } from '../entrance-fields.ts'

/** Phone and password of a newcomer. */
export function registrationForm(t: Texts, minLength: number) {
  return z
    .object({ phone: phoneField(t), password: newPasswordField(t, minLength) })
    .refine(form => !isPhoneItself(form.password, form.phone), {
      path: ['password'],
      message: t.registration.faults.phonePassword,
    })
}
