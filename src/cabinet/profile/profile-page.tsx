import { spacedPhone } from '../../domain/phone.ts'
import type { Person } from '../../people/sessions.ts'
import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { Face } from '../../ui/face.ts'
import { Notice } from '../../ui/notice.tsx'
import { emptyForm, type FilledForm } from '../../web/form.ts'
import { NameForm, PasswordForm, PhoneForm } from './profile-forms.tsx'

/** What the person has just changed. */
export type Done = 'name' | 'phone' | 'password'

interface ProfilePageProps {
  face: Face
  side: SideAccount[]
  person: Person
  passwordMinLength: number
  /** The one of the three forms that came back; their fields bear different names. */
  form?: FilledForm
  done?: Done | null
}

/** «Профіль»: what the cabinet knows of the person, and the forms that change it. */
export function ProfilePage(props: ProfilePageProps) {
  const { face, side, person, passwordMinLength, form = emptyForm, done = null } = props
  const { t } = face
  return (
    <CabinetLayout
      face={face}
      title={t.profile.title}
      section="profile"
      accounts={side}
      chosen={null}
      faulty={Object.keys(form.faults).length > 0}
    >
      <h1>{t.profile.title}</h1>
      {done !== null && <Notice kind="good">{t.profile.done[done]}</Notice>}
      <ErrorSummary t={t} faults={form.faults} />
      <div class="profile-parts">
        <section class="card" aria-labelledby="facts-title">
          <h2 id="facts-title">{t.profile.facts}</h2>
          <dl class="facts">
            <dt>{t.profile.phone}</dt>
            <dd>{spacedPhone(person.phone)}</dd>
            <dt>{t.profile.accounts}</dt>
            <dd>{side.length}</dd>
            <dt>{t.profile.language}</dt>
            <dd>{t.profile.ukrainian}</dd>
          </dl>
        </section>
        <NameForm t={t} form={form} name={person.name} />
        <PhoneForm t={t} form={form} phone={person.phone} />
        <PasswordForm t={t} form={form} phone={person.phone} passwordMinLength={passwordMinLength} />
        <section class="card" aria-labelledby="leave-title">
          <h2 id="leave-title">{t.profile.leaveTitle}</h2>
          <form method="post" action={routes.logout.to()}>
            <button class="button button-quiet" type="submit">
              {t.shell.signOut}
            </button>
          </form>
        </section>
      </div>
    </CabinetLayout>
  )
}
