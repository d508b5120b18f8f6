import { routes } from '../../routes.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { Face } from '../../ui/face.ts'
import { StartLayout } from '../../ui/start-layout.tsx'
import type { FilledForm } from '../../web/form.ts'
import { NewPasswordInput, PhoneInput } from '../entrance-inputs.tsx'

interface RegisterPageProps {
  face: Face
  passwordMinLength: number
  form: FilledForm
}

/** A phone and a password to begin with. */
export function RegisterPage({ face, passwordMinLength, form }: RegisterPageProps) {
  const { t } = face
  return (
    <StartLayout face={face} title={t.registration.title} faulty={Object.keys(form.faults).length > 0}>
      <h1>{t.registration.title}</h1>
      <ErrorSummary t={t} faults={form.faults} />
      <form method="post" action={routes.register.to()} noValidate>
        <PhoneInput t={t} label={t.signIn.phone} autocomplete="username" form={form} />
        <NewPasswordInput t={t} label={t.signIn.password} minLength={passwordMinLength} form={form} />
        <button class="button" type="submit">
          {t.registration.submit}
        </button>
      </form>
      <p class="links">
        <span>
          {t.registration.haveAccount} <a href={routes.login.to()}>{t.registration.signIn}</a>
        </span>
        <a href={routes.recover.to()}>{t.signIn.recover}</a>
      </p>
    </StartLayout>
  )
}
