import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'
import { StartLayout } from '../../ui/start-layout.tsx'
import { Facts, NoReadings } from './facts.tsx'
import { MessageForm, type MessageFormProps } from './message-form.tsx'
import { OwnMessages, Sent } from './own-messages.tsx'
import type { SentMessage } from './queries.ts'

export interface ContactsPageProps extends MessageFormProps {
  side: SideAccount[]
  messages: readonly SentMessage[]
  /** A message just went, and this phone is where the answer comes. */
  sentFrom: string | null
}

/** «Контакти» for those signed in: where we are, and a form to write to us. */
export function ContactsPage(props: ContactsPageProps) {
  const { face, side, form, stopped, missingAddress, messages, sentFrom } = props
  const { t } = face
  const latest = messages[0]
  const faulty = stopped || Object.keys(form.faults).length > 0
  const formFirst = faulty || missingAddress // without JavaScript nothing scrolls to it
  const write = <MessageForm {...props} />
  return (
    <CabinetLayout
      face={face}
      title={t.contacts.title}
      section="contacts"
      accounts={side}
      chosen={null}
      faulty={faulty}
    >
      <h1>{t.contacts.title}</h1>
      {sentFrom !== null && latest !== undefined && <Sent t={t} message={latest} phone={sentFrom} />}
      {formFirst && write}
      <Facts face={face} />
      <NoReadings face={face} />
      {!formFirst && write}
      <OwnMessages t={t} messages={messages} />
    </CabinetLayout>
  )
}

/** The same for those signed out, without the form. */
export function SignedOutContactsPage({ face }: { face: Face }) {
  const { t } = face
  return (
    <StartLayout face={face} title={t.contacts.title}>
      <h1>{t.contacts.title}</h1>
      <Facts face={face} />
      <NoReadings face={face} />
      <h2>{t.contacts.write}</h2>
      <p>{t.contacts.writeSignedOut}</p>
      <a class="button" href={routes.login.to({ next: routes.contacts.to() })}>
        {t.contacts.signIn}
      </a>
    </StartLayout>
  )
}
