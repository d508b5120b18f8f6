import { routes } from '../../routes.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { Face } from '../../ui/face.ts'
import { StartLayout } from '../../ui/start-layout.tsx'
import type { FilledForm } from '../../web/form.ts'
import { ConfirmationInput, NewPasswordInput, PhoneInput } from '../entrance-inputs.tsx'

interface RecoverPageProps {
  face: Face
  passwordMinLength: number
  form: FilledForm
}

/** «Відновлення паролю»: the phone, and a new password twice. */
export function RecoverPage({ face, passwordMinLength, form }: RecoverPageProps) {
  const { t } = face
  return (
    <StartLayout face={face} title={t.recovery.title} faulty={Object.keys(form.faults).length > 0}>
      <h1>{t.recovery.title}</h1>
      <p>{t.recovery.explain}</p>
      <ErrorSummary t={t} faults={form.faults} />
      <form method="post" action={routes.recover.to()} noValidate>
        <PhoneInput t={t} label={t.signIn.phone} autocomplete="username" form={form} />
        <NewPasswordInput t={t} label={t.recovery.newPassword} minLength={passwordMinLength} form={form} />
        <ConfirmationInput label={t.recovery.confirmation} form={form} />
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
