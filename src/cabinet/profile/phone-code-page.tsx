import { spacedPhone } from '../../domain/phone.ts'
import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'
import { emptyForm, type FilledForm } from '../../web/form.ts'
import { CodeForm } from '../code-form.tsx'

interface PhoneCodePageProps {
  face: Face
  side: SideAccount[]
  /** The new one. */
  phone: string
  form?: FilledForm
}

/** The code that proves the new phone. */
export function PhoneCodePage({ face, side, phone, form = emptyForm }: PhoneCodePageProps) {
  const { t } = face
  return (
    <CabinetLayout
      face={face}
      title={t.profile.confirmTitle}
      section="profile"
      accounts={side}
      chosen={null}
      faulty={Object.keys(form.faults).length > 0}
    >
      <h1>{t.profile.confirmTitle}</h1>
      <section class="card">
        <p>{t.registration.code.sentTo(spacedPhone(phone))}</p>
        <CodeForm
          face={face}
          form={form}
          action={routes.profilePhoneCode.to()}
          againAction={routes.profilePhoneAgain.to()}
          submit={t.profile.confirm}
        />
      </section>
      <p>
        <a href={routes.profile.to()}>{t.profile.backToProfile}</a>
      </p>
    </CabinetLayout>
  )
}
