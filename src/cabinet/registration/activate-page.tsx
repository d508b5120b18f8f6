import { spacedPhone } from '../../domain/phone.ts'
import { routes } from '../../routes.ts'
import type { Face } from '../../ui/face.ts'
import { StartLayout } from '../../ui/start-layout.tsx'
import { emptyForm, type FilledForm } from '../../web/form.ts'
import { CodeForm } from '../code-form.tsx'

interface ActivatePageProps {
  face: Face
  /** To which the SMS went. */
  phone: string
  form?: FilledForm
}

/** The code of the SMS, and what helps where none came. */
export function ActivatePage({ face, phone, form = emptyForm }: ActivatePageProps) {
  const { t } = face
  const { activation } = t.registration
  return (
    <StartLayout face={face} title={activation.title} faulty={Object.keys(form.faults).length > 0}>
      <h1>{activation.title}</h1>
      <p>{t.registration.code.sentTo(spacedPhone(phone))}</p>
      <CodeForm
        face={face}
        form={form}
        action={routes.activate.to()}
        againAction={routes.activateAgain.to()}
        submit={activation.submit}
      />
      <p class="hint">
        {activation.noSms} <a href={routes.recover.to()}>{t.recovery.title}</a>.
      </p>
    </StartLayout>
  )
}
