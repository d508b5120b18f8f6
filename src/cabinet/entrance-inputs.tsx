/** The inputs that registration, sign-in, recovery and the profile share. */
import type { Texts } from '../texts/texts.ts'
import { Field } from '../ui/field.tsx'
import type { FilledForm } from '../web/form.ts'

interface InputProps {
  t: Texts
  form: FilledForm
  label: string
  name?: string
}

/** A mobile number; `username` tells the browser's keeper of passwords that one signs in with it. */
export function PhoneInput({
  t,
  name = 'phone',
  autocomplete,
  ...rest
}: InputProps & { autocomplete: 'username' | 'tel' }) {
  const hint = t.signIn.phoneHint
  return <Field name={name} type="tel" inputMode="tel" autocomplete={autocomplete} hint={hint} {...rest} />
}

/** A password that is someone's already. */
export function KnownPasswordInput({ name = 'password', label, form }: Omit<InputProps, 't'>) {
  return <Field name={name} type="password" autocomplete="current-password" label={label} form={form} />
}

/** A password to be, with what it must be like. */
export function NewPasswordInput({
  t,
  name = 'password',
  minLength,
  ...rest
}: InputProps & { minLength: number }) {
  const hint = t.registration.passwordHint(minLength)
  return <Field name={name} type="password" autocomplete="new-password" hint={hint} {...rest} />
}

/** The new password once more. */
export function ConfirmationInput({ label, form }: Omit<InputProps, 't' | 'name'>) {
  return <Field name="confirmation" type="password" autocomplete="new-password" label={label} form={form} />
}
