import { routes } from '../../routes.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { Face } from '../../ui/face.ts'
import { Field } from '../../ui/field.tsx'
import { StartLayout } from '../../ui/start-layout.tsx'
import { emptyForm, type FilledForm } from '../../web/form.ts'

interface RecoverPageProps {
  face: Face
  passwordMinLength: number
  form?: FilledForm
}

/** «Відновлення паролю»: the phone, and a new password twice. */
export function RecoverPage({ face, passwordMinLength, form = emptyForm }: RecoverPageProps) {
  const { t } = face
  return (
    <StartLayout face={face} title={t.recovery.title} faulty={Object.keys(form.faults).length > 0}>
      <h1>{t.recovery.title}</h1>
      <p>{t.recovery.explain}</p>
      <ErrorSummary t={t} faults={form.faults} />
      <form method="post" action={routes.recover.to()} noValidate>
        <Field
          name="phone"
          label={t.signIn.phone}
          type="tel"
          inputMode="tel"
          autocomplete="username"
          hint={t.signIn.phoneHint}
          form={form}
        />
        <Field
          name="password"
          label={t.recovery.newPassword}
          type="password"
          autocomplete="new-password"
          hint={t.registration.passwordHint(passwordMinLength)}
          form={form}
        />
        <Field
          name="confirmation"
          label={t.recovery.confirmation}
          type="password"
          autocomplete="new-password"
          form={form}
        />
        <button class="button" type="submit">
          {t.recovery.submit}
        </button>
      </form>
      <p class="links">
        <a href={routes.login.to()}>{t.registration.activation.toSignIn}</a>
        <a href={routes.register.to()}>{t.signIn.register}</a>
      </p>
    </StartLayout>
  )
}
