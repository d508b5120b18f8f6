import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { Field } from '../../ui/field.tsx'
import type { FilledForm } from '../../web/form.ts'
import { ConfirmationInput, KnownPasswordInput, NewPasswordInput, PhoneInput } from '../entrance-inputs.tsx'

interface Form {
  t: Texts
  form: FilledForm
}

export function NameForm({ t, form, name }: Form & { name: string }) {
  return (
    <section class="card" aria-labelledby="name-title">
      <h2 id="name-title">{t.profile.nameTitle}</h2>
      <form method="post" action={routes.profileName.to()} noValidate>
        <Field
          name="name"
          label={t.profile.name}
          hint={t.profile.nameHint}
          autocomplete="name"
          required={false}
          initial={name}
          form={form}
        />
        <button class="button" type="submit">
          {t.profile.saveName}
        </button>
      </form>
    </section>
  )
}

export function PhoneForm({ t, form, phone }: Form & { phone: string }) {
  return (
    <section class="card" aria-labelledby="phone-title">
      <h2 id="phone-title">{t.profile.phoneTitle}</h2>
      <p>{t.profile.phoneExplain}</p>
      <form method="post" action={routes.profilePhone.to()} noValidate>
        <PhoneInput t={t} label={t.profile.newPhone} autocomplete="tel" form={form} />
        <WhosePassword phone={phone} />
        <KnownPasswordInput label={t.profile.password} form={form} />
        <button class="button" type="submit">
          {t.profile.changePhone}
        </button>
      </form>
    </section>
  )
}

export function PasswordForm({
  t,
  form,
  phone,
  passwordMinLength,
}: Form & { phone: string; passwordMinLength: number }) {
  return (
    <section class="card" aria-labelledby="password-title">
      <h2 id="password-title">{t.profile.passwordTitle}</h2>
      <p>{t.profile.passwordExplain}</p>
      <form method="post" action={routes.profilePassword.to()} noValidate>
        <WhosePassword phone={phone} />
        <KnownPasswordInput name="current" label={t.profile.currentPassword} form={form} />
        <NewPasswordInput
          t={t}
          name="newPassword"
          label={t.profile.newPassword}
          minLength={passwordMinLength}
          form={form}
        />
        <ConfirmationInput label={t.profile.confirmation} form={form} />
        <button class="button" type="submit">
          {t.profile.changePassword}
        </button>
      </form>
    </section>
  )
}

/** Tells the browser's keeper of passwords whose password this is. */
function WhosePassword({ phone }: { phone: string }) {
  return <input type="hidden" autoComplete="username" value={phone} />
}
