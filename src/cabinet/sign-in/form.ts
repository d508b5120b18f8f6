import { z } from 'zod'
import type { Texts } from '../../texts/texts.ts'
import { knownPasswordField, phoneField, text } from '../entrance-fields.ts'

/** Phone, password, and where to go afterwards. */
export function signInForm(t: Texts) {
  return z.object({ phone: phoneField(t), password: knownPasswordField(t), next: text })
}
