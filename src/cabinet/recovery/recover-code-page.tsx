import { spacedPhone } from '../../domain/phone.ts'
import { routes } from '../../routes.ts'
import type { Face } from '../../ui/face.ts'
import { StartLayout } from '../../ui/start-layout.tsx'
import { emptyForm, type FilledForm } from '../../web/form.ts'
import { CodeForm } from '../code-form.tsx'

interface RecoverCodePageProps {
  face: Face
  phone: string
  form?: FilledForm
}

/** The code that lets the new password take effect. */
export function RecoverCodePage({ face, phone, form = emptyForm }: RecoverCodePageProps) {
  const { t } = face
  return (
    <StartLayout face={face} title={t.recovery.title} faulty={Object.keys(form.faults).length > 0}>
      <h1>{t.recovery.title}</h1>
      <p>{t.recovery.sentTo(spacedPhone(phone))}</p>
      <CodeForm
        face={face}
        form={form}
        action={routes.recoverCode.to()}
        againAction={routes.recoverAgain.to()}
        submit={t.recovery.submitCode}
      />
      <p class="hint">
        {t.recovery.noSms} <a href={routes.recover.to()}>{t.recovery.title}</a>.
      </p>
    </StartLayout>
  )
}
