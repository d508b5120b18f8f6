import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'
import { StartLayout } from '../../ui/start-layout.tsx'
import type { Dso } from './dsos.ts'
import { Facts, NoReadings } from './facts.tsx'
import { MessageForm, type MessageFormProps } from './message-form.tsx'
import { OwnMessages, Sent } from './own-messages.tsx'
import type { SentMessage } from './queries.ts'

export interface ContactsPageProps extends MessageFormProps {
  side: SideAccount[]
  /** Whom to give readings: the DSOs of the person's branches, or all. */
  dsos: readonly Dso[]
  messages: readonly SentMessage[]
  /** A message just went, and this phone is where the answer comes. */
  sentFrom: string | null
}

/** «Контакти» for those signed in: where we are, and a form to write to us. */
export function ContactsPage(props: ContactsPageProps) {
  const { face, side, form, stopped, dsos, messages, sentFrom } = props
  const { t } = face
  const latest = messages[0]
  return (
    <CabinetLayout
      face={face}
      title={t.contacts.title}
      section="contacts"
      accounts={side}
      chosen={null}
      faulty={stopped || Object.keys(form.faults).length > 0}
    >
      <h1>{t.contacts.title}</h1>
      {sentFrom !== null && latest !== undefined && <Sent t={t} message={latest} phone={sentFrom} />}
      <Facts face={face} />
      <NoReadings face={face} dsos={dsos} />
      <MessageForm {...props} />
      <OwnMessages t={t} messages={messages} />
    </CabinetLayout>
  )
}

/** The same for those signed out, without the form. */
export function SignedOutContactsPage({ face, dsos }: { face: Face; dsos: readonly Dso[] }) {
  const { t } = face
  return (
    <StartLayout face={face} title={t.contacts.title}>
      <h1>{t.contacts.title}</h1>
      <Facts face={face} />
      <NoReadings face={face} dsos={dsos} />
      <h2>{t.contacts.write}</h2>
      <p>{t.contacts.writeSignedOut}</p>
      <a class="button" href={routes.login.to({ next: routes.contacts.to() })}>
        {t.contacts.signIn}
      </a>
    </StartLayout>
  )
}
