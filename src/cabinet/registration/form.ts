import { z } from 'zod'
import type { Face } from '../../ui/face.ts'
import { isPhoneItself, newPasswordField, phoneField } from '../entrance-fields.ts'

/** Phone and password of a newcomer. */
export function registrationForm(face: Face, minLength: number) {
  return z
    .object({ phone: phoneField(face.t), password: newPasswordField(face, minLength) })
    .refine(form => !isPhoneItself(form.password, form.phone), {
      path: ['password'],
      message: face.t.registration.faults.phonePassword,
    })
}
