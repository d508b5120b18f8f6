import { routes } from '../routes.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import type { Face } from '../ui/face.ts'
import { Notice } from '../ui/notice.tsx'
import { StartLayout } from '../ui/start-layout.tsx'
import { emptyForm, type FilledForm } from '../web/form.ts'
import { KnownPasswordInput, PhoneInput } from './entrance-inputs.tsx'

interface SignInPageProps {
  face: Face
  form?: FilledForm
  /** Where to go once signed in: a path of ours, or ''. */
  next?: string
  /** A session was held in this browser, and has ended. */
  ended?: boolean
}

/** «Вхід до кабінету»: the start for everyone signed out, and what /auth/login shows. */
export function SignInPage({ face, form = emptyForm, next = '', ended = false }: SignInPageProps) {
  const t = face.t.signIn
  return (
    <StartLayout face={face} title={face.t.start.title} faulty={Object.keys(form.faults).length > 0}>
      <h1>{face.t.start.title}</h1>
      {ended && <Notice kind="warning">{t.sessionEnded.again}</Notice>}
      <ErrorSummary t={face.t} faults={form.faults} />
      <form method="post" action={routes.login.to()} noValidate>
        {next !== '' && <input type="hidden" name="next" value={next} />}
        <PhoneInput t={face.t} label={t.phone} autocomplete="username" form={form} />
        <KnownPasswordInput label={t.password} form={form} />
        <button class="button" type="submit">
          {t.submit}
        </button>
      </form>
      <p class="links">
        <a href={routes.recover.to()}>{t.recover}</a>
        <a href={routes.register.to()}>{t.register}</a>
      </p>
    </StartLayout>
  )
}
