import { z } from 'zod'
import type { Face } from '../../ui/face.ts'
import { confirmationField, isPhoneItself, newPasswordField, phoneField } from '../entrance-fields.ts'

/** The phone, and the new password twice. */
export function recoveryForm(face: Face, minLength: number) {
  return z
    .object({
      phone: phoneField(face.t),
      password: newPasswordField(face, minLength),
      confirmation: confirmationField(face.t),
    })
    .refine(form => !isPhoneItself(form.password, form.phone), {
      path: ['password'],
      message: face.t.registration.faults.phonePassword,
    })
    .refine(form => form.password === form.confirmation, {
      path: ['confirmation'],
      message: face.t.registration.faults.mismatch,
    })
}
